namespace Wuying.Harness.History;

/// <summary>What is known of one update.</summary>
internal sealed record Asked(string Region, string Method)
{
    /// <summary>The day whose quota it counts on; null for an offer that nobody accepted.</summary>
    public string? Day { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? StartsAt { get; init; }

    public bool HasStarted { get; init; }

    public string? Outcome { get; init; }

    public bool IsScheduled => Is("scheduled");

    public bool IsOffered => Is("offered");

    /// <summary>Accepted for now, and not begun: nobody may connect (R9).</summary>
    public bool IsAboutToStart => AcceptedAt is not null && StartsAt == AcceptedAt && !HasStarted && Outcome is null;

    private bool Is(string method) => Method == method;
}
