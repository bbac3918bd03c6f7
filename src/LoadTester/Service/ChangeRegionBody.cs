namespace Wuying.LoadTester.Service;

/// <summary>Changes a region's settings; what is not given stays.</summary>
internal sealed record ChangeRegionBody(bool? AutomaticPush, int? DailyUpdateQuota);
