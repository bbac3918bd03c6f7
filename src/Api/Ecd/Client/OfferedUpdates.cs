using System.Globalization;
using Wuying.Api.Ecd.Fota;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Ecd.Client;

/// <summary>What end users are offered: they decide about what a push shows them, and about nothing else (R8).</summary>
internal static class OfferedUpdates
{
    /// <summary>True while the user may say yes or no.</summary>
    public static bool IsOffered(CloudComputer computer) => computer.PendingUpdate is { State: PendingUpdateState.Offered };

    /// <summary>The offer as clients show it.</summary>
    public static OfferedUpdateAnswer AnswerFor(CloudComputer computer, Region? region)
    {
        var version = IsOffered(computer) ? computer.PendingUpdate!.Version : default;
        return region?.Catalogue.FirstOrDefault(entry => entry.Version == version) is { } entry
            ? new(
                computer.CurrentVersion.Number,
                version.Number,
                ReleaseNotes.In(entry, ReleaseNotes.Chinese),
                ReleaseNotes.In(entry, ReleaseNotes.English),
                ReleaseNotes.In(entry, ReleaseNotes.Japanese),
                entry.PackageSizeBytes.ToString(CultureInfo.InvariantCulture))
            : new(computer.CurrentVersion.Number, "", null, null, null, null);
    }
}
