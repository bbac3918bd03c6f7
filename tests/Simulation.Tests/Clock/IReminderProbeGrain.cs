namespace Wuying.Simulation.Tests.Clock;

[Alias("wuying.tests.IReminderProbeGrain")]
internal interface IReminderProbeGrain : IGrainWithStringKey
{
    [Alias("remind")]
    Task RemindAsync(string name, TimeSpan dueTime, TimeSpan period);

    [Alias("touch")]
    Task TouchAsync();

    [Alias("set-timer")]
    Task SetTimerAsync(TimeSpan dueTime);
}
