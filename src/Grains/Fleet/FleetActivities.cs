using System.Diagnostics;

namespace Wuying.Grains.Fleet;

/// <summary>Spans of the grains' own: one for a tick with something to do, one for a bulk operation's wave. Orleans has the calls within.</summary>
internal static class FleetActivities
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "Wuying.Grains";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Begins the span of a shard's tick.</summary>
    /// <returns>It, or null while nobody listens.</returns>
    public static Activity? BeginTick(string region, int shard, DateOnly? window) => Source.StartActivity(window is null ? "operations tick" : "window tick")
        ?.SetTag("wuying.region", region)
        .SetTag("wuying.shard", shard)
        .SetTag("wuying.window", window is { } day ? $"{day:yyyy-MM-dd}" : null);

    /// <summary>Begins the span of a wave.</summary>
    /// <returns>It, or null while nobody listens.</returns>
    public static Activity? BeginBulkWave(string operationId, int size) => Source.StartActivity("bulk wave")
        ?.SetTag("wuying.operation", operationId)
        .SetTag("wuying.wave.size", size);
}
