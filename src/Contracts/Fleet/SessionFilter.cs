using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>Which sessions a list is about. Null takes all.</summary>
[GenerateSerializer, Immutable, Alias("wuying.session-filter")]
public sealed record SessionFilter
{
    /// <summary>On computers of one region.</summary>
    [Id(0)] public required RegionId RegionId { get; init; }

    /// <summary>On these computers.</summary>
    [Id(1)] public ImmutableArray<CloudComputerId>? ComputerIds { get; init; }

    /// <summary>On computers of exactly this name.</summary>
    [Id(2)] public string? ComputerName { get; init; }

    /// <summary>On computers of one office network.</summary>
    [Id(3)] public string? OfficeNetworkId { get; init; }

    /// <summary>Of these users.</summary>
    [Id(4)] public ImmutableArray<UserId>? UserIds { get; init; }

    /// <summary>Those that last, or those that have ended.</summary>
    [Id(5)] public bool? IsConnected { get; init; }

    /// <summary>Begun at this instant or later.</summary>
    [Id(6)] public DateTimeOffset? StartedFrom { get; init; }

    /// <summary>Begun before this instant or at it.</summary>
    [Id(7)] public DateTimeOffset? StartedUntil { get; init; }

    /// <summary>Ended at this instant or later.</summary>
    [Id(8)] public DateTimeOffset? EndedFrom { get; init; }

    /// <summary>Ended before this instant or at it.</summary>
    [Id(9)] public DateTimeOffset? EndedUntil { get; init; }

    /// <summary>Having lasted so long or longer; only those that have ended.</summary>
    [Id(10)] public TimeSpan? LastedFrom { get; init; }

    /// <summary>Having lasted so long or shorter; only those that have ended.</summary>
    [Id(11)] public TimeSpan? LastedUntil { get; init; }
}
