using Orleans.Dashboard;

namespace Wuying.Silo.Hosting;

/// <summary>The grains' clock in a silo with a dashboard: the fleet's, but timers that the dashboard makes are the system's.</summary>
/// <param name="fleet">The fleet's clock.</param>
/// <param name="system">The system's.</param>
/// <param name="contexts">Who makes a timer. Asked for late: it needs the grains' clock itself.</param>
internal sealed class ClockBesideDashboard(TimeProvider fleet, TimeProvider system, Lazy<IGrainContextAccessor> contexts) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => fleet.LocalTimeZone;

    public override long TimestampFrequency => fleet.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => fleet.GetUtcNow();

    public override long GetTimestamp() => fleet.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        (IsOfDashboard ? system : fleet).CreateTimer(callback, state, dueTime, period);

    private bool IsOfDashboard => contexts.Value.GrainContext?.GrainInstance?.GetType().Assembly == typeof(DashboardOptions).Assembly;
}
