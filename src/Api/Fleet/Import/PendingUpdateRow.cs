namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of a pending update in the API's own shape. Its window follows from its day.</summary>
internal sealed class PendingUpdateRow
{
    public string? UpdateId { get; init; }

    public string? Version { get; init; }

    public string? Method { get; init; }

    public DateOnly Date { get; init; }

    public int? SnapshotLeadHours { get; init; }

    public string? Snapshot { get; init; }

    public string? State { get; init; }

    public string? Reason { get; init; }

    public string? RequestedBy { get; init; }

    public string? RequestedAt { get; init; }

    public string? AcceptedAt { get; init; }

    public string? AcceptedBy { get; init; }

    public string? StartsAt { get; init; }

    public string? StateAfterwards { get; init; }
}
