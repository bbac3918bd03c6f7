namespace Wuying.Api.Simulation;

/// <summary>Moves a simulated clock forward: by a duration, or to an instant.</summary>
public sealed record AdvanceClockRequest
{
    /// <summary>An ISO 8601 duration of days, hours, minutes and seconds, e.g. <c>PT6H</c>.</summary>
    public string? By { get; init; }

    /// <summary>An instant, not before now.</summary>
    public DateTimeOffset? To { get; init; }
}
