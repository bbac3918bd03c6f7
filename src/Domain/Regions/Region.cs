using System.Collections.Immutable;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;

namespace Wuying.Domain.Regions;

/// <summary>A region: its settings and its update catalogue (R1, R2).</summary>
[GenerateSerializer, Immutable, Alias("wuying.region")]
public sealed record Region
{
    /// <summary>The quota of a new region (R1).</summary>
    public const int DailyUpdateQuotaDefault = 1_000;

    /// <summary>The largest quota that can be set.</summary>
    public const int DailyUpdateQuotaMax = 10_000_000;

    /// <summary>The most versions a catalogue holds.</summary>
    public const int CatalogueMax = 500;

    /// <summary>Names the region.</summary>
    [Id(0)] public required RegionId Id { get; init; }

    /// <summary>What people call it.</summary>
    [Id(1)] public required string DisplayName { get; init; }

    /// <summary>Its IANA time zone.</summary>
    [Id(2)] public required string TimeZone { get; init; }

    /// <summary>Whether a published version is pushed by itself (R5).</summary>
    [Id(3)] public bool AutomaticPush { get; init; } = true;

    /// <summary>How many of its computers may be updated on one local day (R17).</summary>
    [Id(4)] public int DailyUpdateQuota { get; init; } = DailyUpdateQuotaDefault;

    /// <summary>The catalogue in order of publication, oldest first.</summary>
    [Id(5)] public ImmutableArray<PublishedVersion> Catalogue { get; init; } = [];

    /// <summary>The latest order to start or stop a push; null before the first.</summary>
    [Id(6)] public PushOrder? LatestPush { get; init; }

    /// <summary>Fingerprint of the lines this region was last imported from, so that importing them again changes nothing; null when it never was.</summary>
    [Id(7)] public string? ImportFingerprint { get; init; }

    /// <summary>Orders up to this number were carried out where the region was imported from: they are not carried out again.</summary>
    [Id(8)] public int PushesImported { get; init; }

    /// <summary>The pushes that a computer which was not there, or not free, at their time may be offered later, the newest first: of those to a whole region that were not stopped,
    /// the latest, and the latest that reaches every image type.</summary>
    public ImmutableArray<PublishedVersion> StandingPushes
    {
        get
        {
            var standing = Catalogue.Where(entry => entry.PushedBy > 0 && entry.Shows(entry.PushedBy)).ToImmutableArray();
            var everywhere = standing.LastOrDefault(entry => entry.PushScope is PushScope.Region);
            return [.. standing.TakeLast(1), .. everywhere is null || everywhere == standing[^1] ? Enumerable.Empty<PublishedVersion>() : [everywhere]];
        }
    }

    /// <summary>The version published last; null in an empty catalogue.</summary>
    public PublishedVersion? Latest => Catalogue.IsEmpty ? null : Catalogue[^1];

    /// <summary>A version as a target of updates (R4); null when the catalogue does not hold it.</summary>
    public UpdateTarget? TargetOf(ImageVersion version)
    {
        var versions = Catalogue.Select(entry => entry.Version).ToImmutableArray();
        var index = versions.IndexOf(version);
        return index < 0
            ? null
            : new UpdateTarget(
                version,
                [.. versions.Take(index).Where(older => older.BuiltAt >= version.BuiltAt)],
                [.. versions.Skip(index + 1).Where(newer => newer.BuiltAt < version.BuiltAt)]);
    }
}
