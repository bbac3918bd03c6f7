using System.Runtime.CompilerServices;
using static Orleans.Reminders.Diagnostics.ReminderEvents;

namespace Wuying.Simulation.Clock;

/// <summary>
/// Knows when the reminders of one silo have settled, from the events that Orleans' reminder service emits, and holds the
/// clock until then.
/// </summary>
/// <remarks>
/// The events are the process's: other silos in it emit them too. Only those of the adopted silo count. Handlers run inside
/// the reminder service, so they only take the clock's lock for a moment and never throw.
/// </remarks>
internal sealed class ReminderSettlement(SimulatedClock clock) : IObserver<ReminderEvent>, IObserver<ReminderServiceEvent>, IDisposable
{
    // Keyed by the objects the service uses, which die with their reminders; an event that comes late finds the old state.
    private readonly ConditionalWeakTable<object, LocalReminder> _reminders = [];
    private readonly List<IDisposable> _subscriptions = [];
    private SiloAddress? _silo;
    private bool _isServiceStarted;

    /// <summary>
    /// Follows a silo's reminders. The clock stands still until its reminder service has read its table, so that after a
    /// restart nothing is due before it can be seen.
    /// </summary>
    public void Adopt(SiloAddress address)
    {
        lock (clock.Gate)
        {
            if (_silo is not null)
            {
                throw new InvalidOperationException($"The clock belongs to {_silo}; a simulated clock drives one silo.");
            }

            _silo = address;
            clock.Hold();
        }

        _subscriptions.Add(AllEvents.Subscribe(this));
        _subscriptions.Add(ServiceEvents.Subscribe(this));
    }

    public void OnNext(ReminderServiceEvent value)
    {
        if (value is not ReminderServiceStarted || !Equals(value.SiloAddress, _silo))
        {
            return;
        }

        lock (clock.Gate)
        {
            if (!_isServiceStarted)
            {
                _isServiceStarted = true;
                clock.ForgiveLag();
                clock.Release();
            }
        }
    }

    public void OnNext(ReminderEvent value)
    {
        if (!Equals(value.SiloAddress, _silo))
        {
            return;
        }

        switch (value)
        {
            case LocalReminderStarted started:
                With(started.Identity, static reminder => reminder.OnStarted());
                break;
            case LocalReminderScheduleChanged changed:
                With(changed.Identity, reminder => reminder.OnScheduleChanged(changed.ScheduleVersion));
                break;
            case LocalReminderTickWaitArmed armed:
                var wait = ReminderClock.TakeNewest() is { } newest && newest.Clock == clock ? newest : null;
                With(armed.Identity, reminder => reminder.OnArmed(armed.ScheduleVersion, wait));
                break;
            case LocalReminderStopped stopped:
                With(stopped.Identity, static reminder => reminder.OnStopped());
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private void With(object identity, Action<LocalReminder> act)
    {
        lock (clock.Gate)
        {
            act(_reminders.GetValue(identity, _ => new LocalReminder(clock)));
        }
    }
}
