using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Ecd.Fota;

/// <summary>Reads the versions that calls name.</summary>
internal static class FotaTargets
{
    /// <summary>A version of the region's catalogue as a target of updates; null when the catalogue has no such version.</summary>
    public static UpdateTarget? Find(Region region, string text) => ImageVersion.TryParse(text, out var version) ? region.TargetOf(version) : null;
}
