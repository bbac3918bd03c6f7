namespace Wuying.Domain.Updates;

/// <summary>The effective period of one local day: from the instant of 00:00:00 to the instant of 05:00:00 (R15, R29).</summary>
/// <param name="StartsAt">The first instant at which an update may start.</param>
/// <param name="EndsAt">The instant by which every update must have finished.</param>
[GenerateSerializer, Immutable, Alias("wuying.update-window")]
public sealed record UpdateWindow(
    [property: Id(0)] DateTimeOffset StartsAt,
    [property: Id(1)] DateTimeOffset EndsAt)
{
    /// <summary>The longest that an update takes (R13).</summary>
    public static readonly TimeSpan UpdateDurationMax = TimeSpan.FromMinutes(15);

    /// <summary>The last instant at which an update may start and still finish in the window (R20).</summary>
    public DateTimeOffset LastStartAt => EndsAt - UpdateDurationMax;
}
