using Microsoft.AspNetCore.Components;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Regions;
using Wuying.WebConsole.Simulation;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.Home;

/// <summary>The first page: the fleet in numbers, and the way through one night in four steps.</summary>
public sealed partial class HomePage
{
    private FleetSummary? _summary;
    private UpdateTarget? _target;
    private ShownVersion? _latest;
    private DateOnly _night;
    private long _planned;
    private EndedNight? _ended;
    private DateTimeOffset? _goal;
    private DateTimeOffset _goalSetAt;

    [Inject] private ClockWatch Watch { get; set; } = null!;

    /// <summary>The step to take next.</summary>
    private int Step => _planned > 0 ? 3 : _ended is not null ? 4 : 2;

    private bool MayAdvance => Session.Clock is { IsSimulated: true } && Session.Caller?.May(ConsoleDeed.ChangeSettings) is true;

    protected override async Task ReadAsync()
    {
        _summary = await Fleet.Queries.SummarizeAsync(Region);
        var now = (await Watch.LookAsync()).Now;
        if (await Fleet.Region(Region).GetAsync() is { } region)
        {
            await ReadLatestAsync(region);
        }

        var today = Session.Calendar.DayOf(now);
        await ReadNightsAsync(today, Session.Calendar.FirstPickableDay(now));
    }

    private async Task ReadLatestAsync(Region region)
    {
        var counts = await Fleet.Queries.CountVersionsAsync(Region);
        _target = region.Latest is { } latest ? region.TargetOf(latest.Version) : null;
        _latest = region.Latest is { } entry
            ? new ShownVersion(entry, IsLatest: true, InvolvedCounts.Of(region, entry.Version, counts), counts.Sum(count => count.Computers), region.AutomaticPush)
            : null;
    }

    // The coming night is the first, until that which can be picked, for which something is planned; the last one is today's, once it is over.
    private async Task ReadNightsAsync(DateOnly today, DateOnly pickable)
    {
        (_night, _planned, _ended) = (pickable, 0, null);
        for (var day = today; day <= pickable; day = day.AddDays(1))
        {
            var updates = await Fleet.Queries.ListUpdatesAsync(Region, day, null, null, null, 1);
            var planned = updates.ByState.GetValueOrDefault("scheduled") + updates.ByState.GetValueOrDefault("waiting");
            if (planned > 0)
            {
                (_night, _planned) = (day, planned);
                return;
            }

            if (day == today && updates.ByState.Where(state => state.Key is not ("offered" or "superseded" or "cancelled")).Any())
            {
                _ended = new EndedNight(day, updates.ByState, updates.ByReason);
            }
        }
    }

    private long Status(string status) => _summary?.ByStatus.GetValueOrDefault(status) ?? 0;

    private long Pending(string state) => _summary?.ByPendingState.GetValueOrDefault(state) ?? 0;

    private string StepClass(int step) => step < Step ? "is-done" : step == Step ? "is-next" : "is-ahead";

    // All of the region: those that are up to date already say so themselves.
    private Task ScheduleAllAsync() => UpdateDialog.OpenAsync(Dialogs, L, _target!, new ComputerFilter { RegionId = Region });

    private Task<bool> AdvanceAsync() => TryAsync(ConsoleDeed.ChangeSettings, async () =>
    {
        (_goal, _goalSetAt) = (Session.Calendar.WindowOf(_night).EndsAt, Watch.Latest!.Now);
        try
        {
            await Fleet.Simulation.AdvanceAsync(_goal.Value);
        }
        finally
        {
            _goal = null;
            await Watch.LookAsync();
        }

        await RefreshAsync();
    });
}
