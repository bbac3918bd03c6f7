namespace Wuying.Domain.Images;

/// <summary>A running update of a custom image (R11).</summary>
/// <param name="OperationId">Names the operation to the machines; asking again has no second effect.</param>
/// <param name="Version">The target.</param>
/// <param name="StartedAt">When it began.</param>
[GenerateSerializer, Immutable, Alias("wuying.image-update")]
public sealed record ImageUpdate(
    [property: Id(0)] string OperationId,
    [property: Id(1)] ImageVersion Version,
    [property: Id(2)] DateTimeOffset StartedAt)
{
    /// <summary>How long it takes (R11).</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMinutes(15);

    /// <summary>When it has ended if all goes well; asked about from then on.</summary>
    public DateTimeOffset EndsAt => StartedAt + Duration;

    /// <summary>When it counts as failed without an answer (R28).</summary>
    public DateTimeOffset DeadlineAt => StartedAt + (2 * Duration);
}
