using System.Collections.Immutable;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>A request about many computers, worked off in waves over the set frozen when it was made (R24).</summary>
[GenerateSerializer, Immutable, Alias("wuying.bulk-operation")]
public sealed record BulkOperation
{
    /// <summary>Names the operation.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>The region.</summary>
    [Id(1)] public required RegionId RegionId { get; init; }

    /// <summary>What is asked of each computer.</summary>
    [Id(2)] public required BulkCommand Command { get; init; }

    /// <summary>How many computers the frozen set has.</summary>
    [Id(3)] public int Total { get; init; }

    /// <summary>How many accepted it, or had it already.</summary>
    [Id(4)] public int Accepted { get; init; }

    /// <summary>How many refused.</summary>
    [Id(5)] public int Rejected { get; init; }

    /// <summary>When it was asked for.</summary>
    [Id(6)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last computer had answered; null before.</summary>
    [Id(7)] public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The refusals by code, e.g. <c>NoPendingUpdate</c>. Counted for those who ask how far it is, not after every wave.</summary>
    [Id(8)] public ImmutableSortedDictionary<string, long> RejectedByCode { get; init; } = ImmutableSortedDictionary<string, long>.Empty;

    /// <summary>How many have not answered yet.</summary>
    public int Remaining => Total - Accepted - Rejected;
}
