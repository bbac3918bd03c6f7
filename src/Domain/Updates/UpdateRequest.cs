namespace Wuying.Domain.Updates;

/// <summary>What a caller asks of one computer.</summary>
[GenerateSerializer, Immutable, Alias("wuying.update-request")]
public sealed record UpdateRequest
{
    /// <summary>The hours before the window at which a snapshot may be taken (R18).</summary>
    public static readonly int[] SnapshotLeadHoursAllowed = [3, 6];

    /// <summary>The version to update to.</summary>
    [Id(0)] public required UpdateTarget Target { get; init; }

    /// <summary>At once or in a window.</summary>
    [Id(1)] public required UpdateMethod Method { get; init; }

    /// <summary>The picked day; null unless scheduled.</summary>
    [Id(2)] public DateOnly? Date { get; init; }

    /// <summary>3 or 6 for scheduled updates (R18).</summary>
    [Id(3)] public int SnapshotLeadHours { get; init; } = 3;

    /// <summary>Whether an immediate update takes a snapshot first (R14).</summary>
    [Id(4)] public bool SnapshotFirst { get; init; } = true;

    /// <summary>Who asks.</summary>
    [Id(5)] public required string RequestedBy { get; init; }
}
