namespace Wuying.Api.Fleet.Export;

/// <summary>A region's settings and its latest push, as a line of an export; its versions follow as lines of their own.</summary>
internal sealed class RegionLine
{
    public string? Kind { get; init; }

    public string? RegionId { get; init; }

    public bool AutomaticPush { get; init; }

    public int DailyUpdateQuota { get; init; }

    public PushOrderLine? LatestPush { get; init; }
}
