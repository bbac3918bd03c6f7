using System.Collections.Immutable;
using Wuying.Domain.Images;

namespace Wuying.Domain.Updates;

/// <summary>A version to update to, with just enough of the catalogue to tell which versions it is newer than (R4).</summary>
/// <param name="Version">The target.</param>
/// <param name="OlderInSpiteOfStamp">Versions published before it although their stamps are not older.</param>
/// <param name="NewerInSpiteOfStamp">Versions published after it although their stamps are older.</param>
[GenerateSerializer, Immutable, Alias("wuying.update-target")]
public sealed record UpdateTarget(
    [property: Id(0)] ImageVersion Version,
    [property: Id(1)] ImmutableArray<ImageVersion> OlderInSpiteOfStamp,
    [property: Id(2)] ImmutableArray<ImageVersion> NewerInSpiteOfStamp)
{
    /// <summary>True when the target is newer: published later, or built later where the catalogue does not know a version.</summary>
    public bool IsNewerThan(ImageVersion current) =>
        current != Version
        && !NewerInSpiteOfStamp.Contains(current)
        && (current.BuiltAt < Version.BuiltAt || OlderInSpiteOfStamp.Contains(current));
}
