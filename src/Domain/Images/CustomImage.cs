using System.Collections.Immutable;
using Wuying.Domain.Regions;

namespace Wuying.Domain.Images;

/// <summary>An image that computers are made from.</summary>
[GenerateSerializer, Immutable, Alias("wuying.custom-image")]
public sealed record CustomImage
{
    /// <summary>The most accounts an image is shared with.</summary>
    public const int SharedWithMax = 100;

    /// <summary>The longest description, in characters.</summary>
    public const int DescriptionLengthMax = 256;

    /// <summary>Names the image.</summary>
    [Id(0)] public required ImageId Id { get; init; }

    /// <summary>What people call it.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>Where it is.</summary>
    [Id(2)] public required RegionId RegionId { get; init; }

    /// <summary>Who made it.</summary>
    [Id(3)] public required ImageType Type { get; init; }

    /// <summary>The version in force: while an update runs and after one fails, the old one.</summary>
    [Id(4)] public required ImageVersion CurrentVersion { get; init; }

    /// <summary>The update that runs, if any.</summary>
    [Id(5)] public ImageUpdate? Update { get; init; }

    /// <summary>Why the last update failed; null when it did not.</summary>
    [Id(6)] public string? LastError { get; init; }

    /// <summary>Accounts it is shared with.</summary>
    [Id(7)] public ImmutableArray<string> SharedWith { get; init; } = [];

    /// <summary>Copied from an image while that was being updated (R11).</summary>
    [Id(8)] public bool UsesOutdatedImage { get; init; }

    /// <summary>The number that the next operation of this image gets in its id.</summary>
    [Id(9)] public int NextNumber { get; init; } = 1;

    /// <summary>Fingerprint of the line of an export this image was last imported from, so that importing it again changes nothing; null when it never was.</summary>
    [Id(10)] public string? ImportFingerprint { get; init; }

    /// <summary>What people say of it; null when nobody did.</summary>
    [Id(11)] public string? Description { get; init; }

    /// <summary>Gone: no computer is made from it any more, and those that were are left as they are.</summary>
    [Id(12)] public bool IsDeleted { get; init; }

    /// <summary>What it is doing.</summary>
    public ImageStatus Status => Update is null ? ImageStatus.Available : ImageStatus.Updating;

    /// <summary>The shard of its region whose grains look after it.</summary>
    public int Shard => RegionShard.Of(Id.Value);
}
