using System.Collections.Immutable;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>A cloud computer: everything that rules decide from.</summary>
[GenerateSerializer, Immutable, Alias("wuying.cloud-computer")]
public sealed record CloudComputer
{
    /// <summary>Names the computer.</summary>
    [Id(0)] public required CloudComputerId Id { get; init; }

    /// <summary>What people call it.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    [Id(2)] public required RegionId RegionId { get; init; }

    /// <summary>The office network it belongs to.</summary>
    [Id(3)] public required string OfficeNetworkId { get; init; }

    /// <summary>The image it was made from.</summary>
    [Id(4)] public required ImageId ImageId { get; init; }

    /// <summary>Who made that image.</summary>
    [Id(5)] public required ImageType ImageType { get; init; }

    /// <summary>The version it runs.</summary>
    [Id(6)] public required ImageVersion CurrentVersion { get; init; }

    /// <summary>What it is doing.</summary>
    [Id(7)] public required CloudComputerStatus Status { get; init; }

    /// <summary>Who is connected; null when nobody is.</summary>
    [Id(8)] public UserSession? Session { get; init; }

    /// <summary>Who may connect.</summary>
    [Id(9)] public ImmutableArray<UserId> AssignedUserIds { get; init; } = [];

    /// <summary>Made from an image while that image was being updated (R11).</summary>
    [Id(10)] public bool UsesOutdatedImage { get; init; }

    /// <summary>The update it has been given and not yet finished.</summary>
    [Id(11)] public PendingUpdate? PendingUpdate { get; init; }

    /// <summary>What its machine is busy with.</summary>
    [Id(12)] public MachineOperation? Operation { get; init; }

    /// <summary>How its latest finished update ended.</summary>
    [Id(13)] public LastUpdate? LastUpdate { get; init; }

    /// <summary>Its snapshots, oldest first; at most <see cref="SnapshotRetention.SnapshotsMax"/> (R27).</summary>
    [Id(14)] public ImmutableArray<Snapshot> Snapshots { get; init; } = [];

    /// <summary>The number that the next update, operation or snapshot of this computer gets in its id.</summary>
    [Id(15)] public int NextNumber { get; init; } = 1;

    /// <summary>Fingerprint of the row this computer was last imported from, so that importing it again changes nothing.</summary>
    [Id(16)] public string? ImportFingerprint { get; init; }

    /// <summary>Why the last update failed or the last operation went wrong, in the machine's words; null when all is well.</summary>
    [Id(17)] public string? FaultReason { get; init; }

    /// <summary>The latest order to push that brought this computer an offer; whatever an earlier one says comes too late (R7, R8).</summary>
    [Id(18)] public int PushNumber { get; init; }

    /// <summary>Pushes whose offer was taken away here, or that were stopped for this computer by name; one for each version.</summary>
    [Id(19)] public ImmutableArray<WithheldPush> WithheldPushes { get; init; } = [];

    /// <summary>What callers noted on it, sorted by key; at most <see cref="TagRules.TagsMax"/>.</summary>
    [Id(20)] public ImmutableArray<Tag> Tags { get; init; } = [];

    /// <summary>True when somebody is connected.</summary>
    public bool IsConnected => Session is not null;

    /// <summary>The shard of its region whose grains look after it.</summary>
    public int Shard => RegionShard.Of(Id.Value);

    /// <summary>Throws when the record contradicts itself: a bug, never a caller's mistake.</summary>
    public CloudComputer EnsureValid()
    {
        var valid = (Status is CloudComputerStatus.Updating) == (PendingUpdate?.IsRunning ?? false)
            && (Session is null || Status is CloudComputerStatus.Running)
            && (Status is not CloudComputerStatus.Updating || Operation?.Kind is MachineOperationKind.Updating)
            && Snapshots.Length <= SnapshotRetention.SnapshotsMax
            && Tags.Length <= TagRules.TagsMax;
        return valid ? this : throw new InvalidOperationException($"A cloud computer contradicts itself: {this}");
    }
}
