using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Fleet;

/// <summary>One update of one computer in the table of updates: kept for past nights too (R33).</summary>
[GenerateSerializer, Immutable, Alias("wuying.update-row")]
public sealed record UpdateRow
{
    /// <summary>Names the update.</summary>
    [Id(0)] public required UpdateId UpdateId { get; init; }

    /// <summary>The computer.</summary>
    [Id(1)] public required CloudComputerId ComputerId { get; init; }

    /// <summary>Its region.</summary>
    [Id(2)] public required RegionId RegionId { get; init; }

    /// <summary>The region-local day it is meant for.</summary>
    [Id(3)] public required DateOnly Date { get; init; }

    /// <summary>The target.</summary>
    [Id(4)] public required ImageVersion Version { get; init; }

    /// <summary>The version before.</summary>
    [Id(5)] public required ImageVersion FromVersion { get; init; }

    /// <summary>How it was asked for.</summary>
    [Id(6)] public required UpdateMethod Method { get; init; }

    /// <summary>How far it is, or how it ended.</summary>
    [Id(7)] public required UpdateRowState State { get; init; }

    /// <summary>The last thing that stood against it (R33).</summary>
    [Id(8)] public RejectionCode? Reason { get; init; }

    /// <summary>Who asked.</summary>
    [Id(9)] public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    [Id(10)] public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>When the machine began.</summary>
    [Id(11)] public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    [Id(12)] public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The snapshot taken for it.</summary>
    [Id(13)] public SnapshotId? SnapshotId { get; init; }

    /// <summary>The place in the day's quota that it holds; null once it was given back, or never held.</summary>
    [Id(14)] public UpdateId? ReservationId { get; init; }
}
