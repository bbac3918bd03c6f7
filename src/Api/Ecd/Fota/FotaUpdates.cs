using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Fota;

/// <summary>What a computer could be updated to.</summary>
internal static class FotaUpdates
{
    /// <summary>The newest version of the region's catalogue if the computer can take it; null when it runs that or a newer one.</summary>
    public static PublishedVersion? NewestFor(CloudComputer computer, Region region) =>
        region.Latest is { } latest && region.TargetOf(latest.Version)!.IsNewerThan(computer.CurrentVersion) ? latest : null;

    /// <summary>The same as the product's API shows it.</summary>
    public static FotaUpdateAnswer AnswerFor(CloudComputer computer, Region region) => NewestFor(computer, region) is { } entry
        ? new(
            computer.CurrentVersion.Number,
            entry.Version.Number,
            ReleaseNotes.In(entry, ReleaseNotes.Chinese),
            ReleaseNotes.In(entry, ReleaseNotes.English),
            ReleaseNotes.In(entry, ReleaseNotes.Japanese),
            entry.PackageSizeBytes)
        : new(computer.CurrentVersion.Number, "", null, null, null, null);
}
