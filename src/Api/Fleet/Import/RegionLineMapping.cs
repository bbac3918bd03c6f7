using System.Collections.Immutable;
using System.Text.Json;
using Wuying.Api.Fleet.Export;
using Wuying.Api.Json;
using Wuying.Api.Regions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>From the lines of a region and its versions to the region.</summary>
internal static class RegionLineMapping
{
    /// <summary>What is wrong with a region's line, or null.</summary>
    public static string? FirstMistake(RegionLine line) => RowChecks.FirstMistake(
        (line.DailyUpdateQuota is >= 0 and <= Region.DailyUpdateQuotaMax, $"dailyUpdateQuota is from 0 to {Region.DailyUpdateQuotaMax}."),
        line.LatestPush is null ? (true, string.Empty) : RowChecks.Number("latestPush.number", line.LatestPush.Number),
        line.LatestPush is null ? (true, string.Empty) : RowChecks.Version("latestPush.version", line.LatestPush.Version),
        line.LatestPush is null ? (true, string.Empty) : RowChecks.Word<PushScope>("latestPush.scope", line.LatestPush.Scope),
        line.LatestPush is null ? (true, string.Empty) : RowChecks.Said("latestPush.requestedBy", line.LatestPush.RequestedBy));

    /// <summary>What is wrong with a version's line, or null.</summary>
    public static string? FirstMistake(VersionLine line, RegionLine region) => RowChecks.FirstMistake(
        RowChecks.Version("version", line.Version),
        RowChecks.Instant("publishedAt", line.PublishedAt),
        (line.PackageSizeBytes > 0, "packageSizeBytes is more than 0."),
        RowChecks.Word<PushState>("pushState", line.PushState),
        RowChecks.Number("pushedBy", line.PushedBy),
        RowChecks.Number("stoppedBy", line.StoppedBy),
        (Math.Max(line.PushedBy, line.StoppedBy) <= (region.LatestPush?.Number ?? 0), "pushedBy and stoppedBy are not after the region's latestPush."),
        (line.PushScope is null || Words<PushScope>.TryRead(line.PushScope, out _), $"pushScope is one of {Words<PushScope>.All}."),
        (line.ReleaseNotes is { Count: <= PublishVersionRequest.LanguagesMax } notes && PublishedVersion.LanguagesRequired.All(notes.ContainsKey)
            && notes.Values.All(note => note is { Length: > 0 and <= RegionRules.ReleaseNoteLengthMax }), "releaseNotes has texts by language, in en and zh at least."));

    /// <summary>The region of lines without mistakes.</summary>
    public static Region ToRegion(RegionLine line, IReadOnlyCollection<VersionLine> versions, ProductRegion product) => new()
    {
        Id = product.Id,
        DisplayName = product.DisplayName,
        TimeZone = product.TimeZone,
        AutomaticPush = line.AutomaticPush,
        DailyUpdateQuota = line.DailyUpdateQuota,
        Catalogue = [.. versions.Select(ToEntry)],
        LatestPush = line.LatestPush is not { } order ? null : new PushOrder(
            order.Number, new ImageVersion(order.Version!), order.IsStart, RowValues.Word<PushScope>(order.Scope), order.RequestedBy!),
        ImportFingerprint = ImportFingerprint.Of(string.Join('\n', versions
            .Select(version => JsonSerializer.Serialize(version, ImportLineJsonContext.Default.VersionLine))
            .Prepend(JsonSerializer.Serialize(line, ImportLineJsonContext.Default.RegionLine)))),
    };

    private static PublishedVersion ToEntry(VersionLine line) => new()
    {
        Version = new ImageVersion(line.Version!),
        PublishedAt = RowValues.Instant(line.PublishedAt),
        PackageSizeBytes = line.PackageSizeBytes,
        ReleaseNotes = line.ReleaseNotes!.ToImmutableSortedDictionary(note => note.Key, note => note.Value!, StringComparer.Ordinal),
        PushState = RowValues.Word<PushState>(line.PushState),
        PushedBy = line.PushedBy,
        PushScope = RowValues.Word<PushScope>(line.PushScope),
        StoppedBy = line.StoppedBy,
    };
}
