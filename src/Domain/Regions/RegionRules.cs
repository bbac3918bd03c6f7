using System.Collections.Immutable;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;

namespace Wuying.Domain.Regions;

/// <summary>Settings, catalogue and pushes of a region (R1–R7).</summary>
public static class RegionRules
{
    /// <summary>The longest release note, in characters.</summary>
    public const int ReleaseNoteLengthMax = 20_000;

    /// <summary>Adds one of the product's regions with its default settings.</summary>
    public static Decision<RegionEvent> Add(Region? known, ProductRegion product, DateTimeOffset now) => known is not null
        ? Decision<RegionEvent>.Unchanged
        : Decision<RegionEvent>.Accept(new RegionAdded(now, new Region
        {
            Id = product.Id,
            DisplayName = product.DisplayName,
            TimeZone = product.TimeZone,
        }));

    /// <summary>Takes in what an import says. A region that never published or pushed becomes what is told; one with a life of its own only gains the versions it lacks, and pushes none of them. The same again changes nothing (R32).</summary>
    public static Decision<RegionEvent> Import(Region known, Region told, DateTimeOffset now)
    {
        if (known.ImportFingerprint is not null && known.ImportFingerprint == told.ImportFingerprint)
        {
            return Decision<RegionEvent>.Unchanged;
        }

        var merged = known is { Catalogue.IsEmpty: true, LatestPush: null }
            ? told with { DisplayName = known.DisplayName, TimeZone = known.TimeZone, PushesImported = told.LatestPush?.Number ?? 0 }
            : known with { Catalogue = Merge(known.Catalogue, told.Catalogue), ImportFingerprint = told.ImportFingerprint };
        return merged.Catalogue.Length > Region.CatalogueMax
            ? Refuse($"A catalogue holds at most {Region.CatalogueMax} versions.")
            : Decision<RegionEvent>.Accept(new RegionImported(now, merged));
    }

    /// <summary>Changes settings; null leaves one as it is.</summary>
    public static Decision<RegionEvent> Change(Region region, bool? automaticPush, int? dailyUpdateQuota, string requestedBy, DateTimeOffset now)
    {
        if (dailyUpdateQuota is < 0 or > Region.DailyUpdateQuotaMax)
        {
            return Decision<RegionEvent>.Reject(RejectionCode.InvalidRequest, $"A daily quota is from 0 to {Region.DailyUpdateQuotaMax}.");
        }

        var facts = ImmutableArray.CreateBuilder<RegionEvent>();
        if (automaticPush is { } enabled && enabled != region.AutomaticPush)
        {
            facts.Add(new AutomaticPushSet(now, enabled));
            if (enabled && region.Latest is { } latest)
            {
                facts.Add(new PushStarted(now, NextOrder(region, latest.Version, isStart: true, PushScope.CustomImages, requestedBy)));
            }
        }

        if (dailyUpdateQuota is { } limit && limit != region.DailyUpdateQuota)
        {
            facts.Add(new DailyUpdateQuotaSet(now, limit));
        }

        return facts.Count == 0 ? Decision<RegionEvent>.Unchanged : Decision<RegionEvent>.Accept(facts.ToImmutable());
    }

    /// <summary>Publishes a version; the same one again, word for word, is success (R32).</summary>
    public static Decision<RegionEvent> Publish(
        Region region, ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy, DateTimeOffset now)
    {
        var known = region.Catalogue.FirstOrDefault(entry => entry.Version == version);
        if (known is not null)
        {
            return known.PackageSizeBytes == packageSizeBytes && known.ReleaseNotes.SequenceEqual(releaseNotes)
                ? Decision<RegionEvent>.Unchanged
                : Refuse($"{version} is published already, with another size or other release notes.");
        }

        return (packageSizeBytes, region.Catalogue.Length) switch
        {
            ( <= 0, _) => Refuse("A package has a size in bytes."),
            (_, >= Region.CatalogueMax) => Refuse($"A catalogue holds at most {Region.CatalogueMax} versions."),
            _ when PublishedVersion.LanguagesRequired.Any(language => !releaseNotes.ContainsKey(language)) =>
                Refuse($"Release notes are needed in {string.Join(" and ", PublishedVersion.LanguagesRequired)}."),
            _ when releaseNotes.Any(note => note.Value.Length is 0 or > ReleaseNoteLengthMax) =>
                Refuse($"A release note has 1 to {ReleaseNoteLengthMax} characters."),
            _ => Decision<RegionEvent>.Accept([
                new VersionPublished(now, new PublishedVersion
                {
                    Version = version,
                    PublishedAt = now,
                    PackageSizeBytes = packageSizeBytes,
                    ReleaseNotes = releaseNotes,
                    PushState = PushState.Stopped,
                }),
                .. region.AutomaticPush
                    ? [new PushStarted(now, NextOrder(region, version, isStart: true, PushScope.CustomImages, requestedBy))]
                    : ImmutableArray<RegionEvent>.Empty]),
        };
    }

    /// <summary>Starts the push of a version by hand, to the whole region or to named computers, whatever image they are on (R6).</summary>
    public static Decision<RegionEvent> StartPush(
        Region region, ImageVersion version, PushScope scope, string requestId, string requestedBy, DateTimeOffset now) => region switch
        {
            _ when region.Catalogue.All(entry => entry.Version != version) => NoSuchVersion(region, version),
            { LatestPush.RequestId: { } known } when known == requestId => Decision<RegionEvent>.Unchanged,
            _ => Decision<RegionEvent>.Accept(new PushStarted(
                now, NextOrder(region, version, isStart: true, scope, requestedBy) with { RequestId = requestId })),
        };

    /// <summary>Stops the push of a version (R7); refused while everything is pushed by itself.</summary>
    public static Decision<RegionEvent> StopPush(
        Region region, ImageVersion version, PushScope scope, string requestId, string requestedBy, DateTimeOffset now) => region switch
        {
            _ when region.Catalogue.All(entry => entry.Version != version) => NoSuchVersion(region, version),
            { LatestPush.RequestId: { } known } when known == requestId => Decision<RegionEvent>.Unchanged,
            { AutomaticPush: true } => Decision<RegionEvent>.Reject(
                RejectionCode.AutomaticPushEnabled, $"{region.Id} pushes by itself; single versions are stopped once automaticPush is off."),
            _ when scope is not PushScope.Named && region.Catalogue.Any(entry => entry.Version == version && entry is { PushState: PushState.Stopped }) =>
                Decision<RegionEvent>.Unchanged,
            _ => Decision<RegionEvent>.Accept(new PushStopped(
                now, NextOrder(region, version, isStart: false, scope, requestedBy) with { RequestId = requestId })),
        };

    /// <summary>The region after a fact.</summary>
    public static Region Evolve(Region? region, RegionEvent fact) => fact switch
    {
        RegionAdded added => added.Region,
        RegionImported imported => imported.Region,
        _ when region is null => throw new InvalidOperationException($"{fact} happened to a region that does not exist."),
        VersionPublished published => region with { Catalogue = region.Catalogue.Add(published.Entry) },
        PushStarted { Order: var order } => Ordered(region, order, entry => entry with
        {
            PushState = PushState.Pushing,
            PushedBy = order.Scope is PushScope.Named ? entry.PushedBy : order.Number,
            PushScope = ScopeAfter(entry, order),
        }),
        PushStopped { Order.Scope: PushScope.Named } stopped => region with { LatestPush = stopped.Order },
        PushStopped { Order: var order } => Ordered(region, order, entry => entry with { PushState = PushState.Stopped, StoppedBy = order.Number }),
        AutomaticPushSet set => region with { AutomaticPush = set.Enabled },
        DailyUpdateQuotaSet set => region with { DailyUpdateQuota = set.Limit },
        _ => throw new NotSupportedException($"{fact.GetType().Name} is unknown to {nameof(Region)}."),
    };

    private static ImmutableArray<PublishedVersion> Merge(ImmutableArray<PublishedVersion> known, ImmutableArray<PublishedVersion> told) =>
        [.. known
            .Concat(told
                .Where(entry => known.All(held => held.Version != entry.Version))
                .Select(entry => entry with { PushState = PushState.Stopped, PushedBy = 0, PushScope = PushScope.Unspecified, StoppedBy = 0 }))
            .OrderBy(entry => entry.PublishedAt)];

    private static Region Ordered(Region region, PushOrder order, Func<PublishedVersion, PublishedVersion> change) => region with
    {
        LatestPush = order,
        Catalogue = [.. region.Catalogue.Select(entry => entry.Version == order.Version ? change(entry) : entry)],
    };

    // What reaches every image type goes on to, also when the version is now pushed by itself.
    private static PushScope ScopeAfter(PublishedVersion entry, PushOrder order) => order.Scope switch
    {
        PushScope.Named => entry.PushScope,
        PushScope.CustomImages when entry is { PushState: PushState.Pushing, PushScope: PushScope.Region } => PushScope.Region,
        var scope => scope,
    };

    private static PushOrder NextOrder(Region region, ImageVersion version, bool isStart, PushScope scope, string requestedBy) =>
        new((region.LatestPush?.Number ?? 0) + 1, version, isStart, scope, requestedBy);

    private static Decision<RegionEvent> NoSuchVersion(Region region, ImageVersion version) =>
        Decision<RegionEvent>.Reject(RejectionCode.VersionNotFound, $"The catalogue of {region.Id} has no version {version}.");

    private static Decision<RegionEvent> Refuse(string message) => Decision<RegionEvent>.Reject(RejectionCode.InvalidRequest, message);
}
