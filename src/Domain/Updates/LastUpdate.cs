using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;

namespace Wuying.Domain.Updates;

/// <summary>How a computer's latest finished update ended.</summary>
[GenerateSerializer, Immutable, Alias("wuying.last-update")]
public sealed record LastUpdate
{
    /// <summary>Names the update.</summary>
    [Id(0)] public required UpdateId UpdateId { get; init; }

    /// <summary>The target.</summary>
    [Id(1)] public required ImageVersion Version { get; init; }

    /// <summary>The version before.</summary>
    [Id(2)] public required ImageVersion FromVersion { get; init; }

    /// <summary>How it ended.</summary>
    [Id(3)] public required UpdateOutcome Outcome { get; init; }

    /// <summary>Why it did not succeed; null when it did.</summary>
    [Id(4)] public RejectionCode? Reason { get; init; }

    /// <summary>When the machine began; null when it never did.</summary>
    [Id(5)] public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    [Id(6)] public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The snapshot taken for it.</summary>
    [Id(7)] public SnapshotId? SnapshotId { get; init; }

    /// <summary>How it was asked for.</summary>
    [Id(8)] public required UpdateMethod Method { get; init; }

    /// <summary>The region-local day it was meant for.</summary>
    [Id(9)] public required DateOnly Date { get; init; }

    /// <summary>Who asked.</summary>
    [Id(10)] public required string RequestedBy { get; init; }

    /// <summary>When it was asked for.</summary>
    [Id(11)] public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When an end user accepted it; null when it was no offer, or nobody did.</summary>
    [Id(12)] public DateTimeOffset? AcceptedAt { get; init; }
}
