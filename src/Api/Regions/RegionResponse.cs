namespace Wuying.Api.Regions;

/// <summary>A region.</summary>
public sealed record RegionResponse(
    string RegionId, string DisplayName, string TimeZone, bool AutomaticPush, int DailyUpdateQuota, DateTimeOffset Now);
