namespace Wuying.Grains.Operations;

/// <summary>The one reminder of a grain that ticks while there is work: registered once, however many ask for it at the same time.</summary>
/// <param name="grain">The grain that ticks.</param>
/// <param name="mayBeAsleep">True for a grain that sleeps: a reminder that is there before this activation has ticked may be due far too late.</param>
internal sealed class Ticker(IGrainBase grain, bool mayBeAsleep = false)
{
    /// <summary>The reminder's name.</summary>
    public const string ReminderName = "tick";

    /// <summary>The time between ticks: short, and never one far-off shot.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>The shortest rest for which it is worth setting the reminder anew.</summary>
    public static readonly TimeSpan RestMin = TimeSpan.FromMinutes(10);

    private Task? _registration;
    private bool _isAsleep = mayBeAsleep;

    /// <summary>Sees to it that the grain ticks. Whoever asks while the reminder is being registered waits for the same registration, and shares its failure.</summary>
    /// <param name="dueTime">When the first tick comes, if there is no reminder yet.</param>
    public async Task EnsureAsync(Func<TimeSpan> dueTime)
    {
        var registration = _registration ??= RegisterAsync(dueTime);
        try
        {
            await registration;
        }
        catch
        {
            _registration = _registration == registration ? null : _registration;
            throw;
        }
    }

    /// <summary>Notes that a tick has come: the reminder is there.</summary>
    public void Ticked()
    {
        _registration ??= Task.CompletedTask;
        _isAsleep = false;
    }

    /// <summary>Lets the next tick come later. Whoever asks for ticks meanwhile gets them at once.</summary>
    public async Task SleepAsync(TimeSpan rest)
    {
        (_registration, _isAsleep) = (null, true);
        await grain.RegisterOrUpdateReminder(ReminderName, rest, Period);
        await TickIfAskedAsync();
    }

    /// <summary>Stops ticking. Whoever asks for ticks meanwhile gets them: the reminder is then registered once more.</summary>
    public async Task StopAsync()
    {
        _registration = null;
        if (await grain.GetReminder(ReminderName) is { } reminder && _registration is null)
        {
            await grain.UnregisterReminder(reminder);
        }

        await TickIfAskedAsync();
    }

    private async Task TickIfAskedAsync()
    {
        if (_registration is { } asked)
        {
            await asked;
            await grain.RegisterOrUpdateReminder(ReminderName, TimeSpan.Zero, Period);
        }
    }

    private async Task RegisterAsync(Func<TimeSpan> dueTime)
    {
        if (_isAsleep || await grain.GetReminder(ReminderName) is null)
        {
            var due = dueTime();
            await grain.RegisterOrUpdateReminder(ReminderName, due > TimeSpan.Zero ? due : TimeSpan.Zero, Period);
            _isAsleep = false;
        }
    }
}
