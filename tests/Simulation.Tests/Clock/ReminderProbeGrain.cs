namespace Wuying.Simulation.Tests.Clock;

[GrainType("reminder-probe")]
internal sealed class ReminderProbeGrain(ReminderProbe probe) : Grain, IReminderProbeGrain, IRemindable
{
    public Task RemindAsync(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public Task TouchAsync() => Task.CompletedTask;

    public Task SetTimerAsync(TimeSpan dueTime)
    {
        this.RegisterGrainTimer(
            () =>
            {
                probe.TimerFired.TrySetResult();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(dueTime, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public async Task ForgetAsync(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        await probe.OnTickAsync(this, reminderName);
        probe.Ticks.GetOrAdd($"{this.GetPrimaryKeyString()}/{reminderName}", static _ => []).Enqueue(status.CurrentTickTime);
    }

    public IReminderProbeGrain Other(string key) => GrainFactory.GetGrain<IReminderProbeGrain>(key);
}
