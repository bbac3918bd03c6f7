namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of a computer's latest finished update in the API's own shape.</summary>
internal sealed class LastUpdateRow
{
    public string? UpdateId { get; init; }

    public string? Version { get; init; }

    public string? FromVersion { get; init; }

    public string? Outcome { get; init; }

    public string? Reason { get; init; }

    public string? StartedAt { get; init; }

    public string? FinishedAt { get; init; }

    public string? SnapshotId { get; init; }
}
