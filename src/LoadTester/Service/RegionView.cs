namespace Wuying.LoadTester.Service;

/// <summary>A region.</summary>
internal sealed record RegionView(string RegionId, string TimeZone, bool AutomaticPush, int DailyUpdateQuota, DateTimeOffset Now);
