using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>Which computers a list, a stream or a bulk request is about. Null takes all; deleted computers only come when asked for by status.</summary>
[GenerateSerializer, Immutable, Alias("wuying.computer-filter")]
public sealed record ComputerFilter
{
    /// <summary>Computers of one region.</summary>
    [Id(0)] public RegionId? RegionId { get; init; }

    /// <summary>In one status.</summary>
    [Id(1)] public CloudComputerStatus? Status { get; init; }

    /// <summary>With or without a connected user.</summary>
    [Id(2)] public bool? IsConnected { get; init; }

    /// <summary>In one office network.</summary>
    [Id(3)] public string? OfficeNetworkId { get; init; }

    /// <summary>Made from one image.</summary>
    [Id(4)] public ImageId? ImageId { get; init; }

    /// <summary>At one of these versions.</summary>
    [Id(5)] public ImmutableArray<ImageVersion>? Versions { get; init; }

    /// <summary>By their pending update.</summary>
    [Id(6)] public PendingFilter? Pending { get; init; }

    /// <summary>By the last reason of their pending or last update (R33).</summary>
    [Id(7)] public RejectionCode? Reason { get; init; }

    /// <summary>Whose id or name contains this, in any case.</summary>
    [Id(8)] public string? Text { get; init; }

    /// <summary>Assigned to one user.</summary>
    [Id(9)] public UserId? AssignedUserId { get; init; }

    /// <summary>Made from an image of one type.</summary>
    [Id(10)] public ImageType? ImageType { get; init; }

    /// <summary>With one of these ids.</summary>
    [Id(11)] public ImmutableArray<CloudComputerId>? Ids { get; init; }

    /// <summary>Of exactly this name.</summary>
    [Id(12)] public string? Name { get; init; }

    /// <summary>In one of these statuses.</summary>
    [Id(13)] public ImmutableArray<CloudComputerStatus>? Statuses { get; init; }

    /// <summary>Made from one of these images.</summary>
    [Id(14)] public ImmutableArray<ImageId>? ImageIds { get; init; }

    /// <summary>Assigned to at least one of these users.</summary>
    [Id(15)] public ImmutableArray<UserId>? AssignedUserIds { get; init; }

    /// <summary>Assigned to none of these users.</summary>
    [Id(16)] public ImmutableArray<UserId>? ExcludedUserIds { get; init; }

    /// <summary>With all of these tags.</summary>
    [Id(17)] public ImmutableArray<TagFilter>? Tags { get; init; }

    /// <summary>With any tag, or none.</summary>
    [Id(18)] public bool? IsTagged { get; init; }

    /// <summary>With a snapshot, there or being made.</summary>
    [Id(19)] public bool HasSnapshots { get; init; }

    /// <summary>In one of these office networks.</summary>
    [Id(20)] public ImmutableArray<string>? OfficeNetworkIds { get; init; }

    /// <summary>Who took what the long request of this id asks, or had it already.</summary>
    [Id(21)] public string? TookOperationId { get; init; }
}
