using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Fleet;

/// <summary>
/// Which computers there are at one moment, in order, by id alone: whoever shows a long list turns over its leaves by that, asks for the computers that
/// are just seen, and finds each where it was, whatever has become of it since.
/// </summary>
/// <param name="Ids">The first <see cref="LengthMax"/>, in order.</param>
/// <param name="Total">How many there are.</param>
[GenerateSerializer, Immutable, Alias("wuying.computer-index")]
public sealed record ComputerIndex(
    [property: Id(0)] ImmutableArray<CloudComputerId> Ids,
    [property: Id(1)] long Total)
{
    /// <summary>The most computers of an index.</summary>
    public const int LengthMax = 200_000;

    /// <summary>No computers.</summary>
    public static readonly ComputerIndex Empty = new([], 0);
}
