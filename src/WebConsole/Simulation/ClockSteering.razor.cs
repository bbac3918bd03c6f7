using MudBlazor;
using Wuying.Contracts.Simulation;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Frame;

namespace Wuying.WebConsole.Simulation;

/// <summary>Steers the clock: on and off, faster and slower, and forward.</summary>
public sealed partial class ClockSteering
{
    private static readonly double[] Rates = [1, 60, 600, 3_600];

    private IDisposable? _watching;
    private DateTimeOffset? _goal;
    private DateTimeOffset _goalSetAt;

    public void Dispose() => _watching?.Dispose();

    protected override void OnInitialized() => _watching = Watch.Watch(() => InvokeAsync(StateHasChanged));

    /// <summary>Where people want to go: on a little, to the evening before a night, to its beginning, its end, and the morning after.</summary>
    private IEnumerable<(string Key, DateTimeOffset To)> Steps(DateTimeOffset now)
    {
        var today = Session.Calendar.DayOf(now);
        yield return ("Clock.ByQuarter", now.AddMinutes(15));
        yield return ("Clock.ByHour", now.AddHours(1));
        yield return ("Clock.BySixHours", now.AddHours(6));
        yield return ("Clock.ToEvening", Next(now, today, new TimeOnly(20, 50)));
        yield return ("Clock.ToWindow", Next(now, today, TimeOnly.MinValue));
        yield return ("Clock.ToWindowEnd", Next(now, today, new TimeOnly(5, 0)));
    }

    private DateTimeOffset Next(DateTimeOffset now, DateOnly today, TimeOnly time)
    {
        var first = Session.Calendar.InstantOf(today.ToDateTime(time));
        return first > now ? first : Session.Calendar.InstantOf(today.AddDays(1).ToDateTime(time));
    }

    private double Progress(DateTimeOffset now, DateTimeOffset goal) =>
        goal <= _goalSetAt ? 100 : Math.Clamp((now - _goalSetAt) / (goal - _goalSetAt) * 100, 0, 100);

    // A clock that was begun at rate 0 goes on at one at which something can be seen.
    private Task ToggleAsync(ClockView clock) => SteerAsync(clock.Paused && clock.Rate == 0 ? Rates[1] : null, !clock.Paused);

    private Task SteerAsync(double? rate, bool? paused) => TryAsync(async () =>
    {
        await Fleet.Simulation.SteerAsync(rate, paused);
        await Watch.LookAsync();
    });

    private Task AdvanceAsync(DateTimeOffset to) => TryAsync(async () =>
    {
        (_goal, _goalSetAt) = (to, Watch.Latest!.Now);
        try
        {
            await Fleet.Simulation.AdvanceAsync(to);
        }
        finally
        {
            _goal = null;
            await Watch.LookAsync();
        }
    });

    private async Task TryAsync(Func<Task> deed)
    {
        try
        {
            if (await Session.MayAsync(ConsoleDeed.ChangeSettings))
            {
                await deed();
            }
            else
            {
                Snackbar.Add(L["Clock.NotAllowed"], Severity.Error);
            }
        }
#pragma warning disable CA1031 // Said in words; the clock goes on showing what it is.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Snackbar.Add(Failures.TextOf(error, L), Severity.Error);
        }
    }
}
