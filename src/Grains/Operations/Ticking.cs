namespace Wuying.Grains.Operations;

/// <summary>How shards tick: one reminder of a short period while there is work, never one far-off shot.</summary>
internal static class Ticking
{
    /// <summary>The only reminder of a window or operations grain.</summary>
    public const string ReminderName = "tick";

    /// <summary>The time between ticks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);
}
