namespace Wuying.LoadTester.Invariants;

/// <summary>What is known of one update that has not ended.</summary>
/// <param name="Region">Where.</param>
/// <param name="Method">How it was asked for; null when it was pending before the history begins, and not merely offered.</param>
/// <param name="Version">Its target; null when it was pending before the history begins.</param>
/// <param name="AskedIn">The event that asked for it, or by which it is known.</param>
internal sealed record Asked(string Region, string? Method, string? Version, long AskedIn)
{
    /// <summary>The day on whose quota it holds a place; null for an offer that nobody accepted, and when it is not known.</summary>
    public string? Day { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>The event that accepted it; 0 when none is known.</summary>
    public long AcceptedIn { get; init; }

    /// <summary>When it is to start, once accepted.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public bool HasStarted { get; init; }

    /// <summary>The event that started it; 0 when none is known.</summary>
    public long StartedIn { get; init; }

    public bool IsScheduled => Method is "scheduled";

    public bool IsOffered => Method is "offered";

    /// <summary>Pending before the history begins, and decided on: its method, day and times are not known.</summary>
    public bool IsInherited => Method is null;

    /// <summary>Accepted for now, and not begun: nobody may connect (R9).</summary>
    public bool IsAboutToStart => AcceptedAt is not null && StartsAt == AcceptedAt && !HasStarted;
}
