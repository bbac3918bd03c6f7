using Wuying.Contracts.Regions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Regions;

/// <summary>From the domain's region to the API's.</summary>
internal static class RegionMapping
{
    public static RegionResponse ToResponse(this Region region, DateTimeOffset now) => new(
        region.Id.Value, region.DisplayName, region.TimeZone, region.AutomaticPush, region.DailyUpdateQuota, now);

    public static VersionResponse ToResponse(this PublishedVersion entry, RegionId region, InvolvedCounts counts) => new(
        entry.Version.Number,
        entry.PublishedAt,
        entry.PackageSizeBytes,
        entry.PushState,
        counts.Images,
        counts.Computers)
    {
        PushOperationId = entry.PushedBy > 0 ? PushOperationId.Of(region, entry.PushedBy) : null,
    };
}
