using Microsoft.JSInterop;
using Wuying.Contracts.Fleet;
using Wuying.WebConsole.Access;

namespace Wuying.WebConsole.Simulation;

/// <summary>The world behind the service: its clock, its machines, and the fleet going in and out.</summary>
public sealed partial class SimulationPage
{
    /// <summary>The furthest that is advanced at once, as in the API.</summary>
    private static readonly TimeSpan AdvanceMax = TimeSpan.FromDays(366);

    private FleetSummary? _summary;
    private DateTime _to;
    private DateTimeOffset? _goal;
    private DateTimeOffset _goalSetAt;
    private string? _refusal;
    private bool _isImporting;
    private ImportOutcome? _outcome;

    private bool MayAdvance => Watch.Latest is { IsSimulated: true } && Session.Caller?.May(ConsoleDeed.ChangeSettings) is true;

    // All regions at once, or none.
    private bool MayImport => Session.Caller?.May(ConsoleDeed.ChangeSettings) is true;

    protected override async Task ReadAsync()
    {
        _summary = await Fleet.Queries.SummarizeAsync(Region);
        var morning = Session.Calendar.DayOf((await Watch.LookAsync()).Now).AddDays(1).ToDateTime(new TimeOnly(5, 0));
        if (_to == default)
        {
            // Whoever was quicker than the clock keeps what was typed.
            _to = morning;
        }
    }

    private async Task AdvanceAsync()
    {
        var now = (await Watch.LookAsync()).Now;
        var to = Session.Calendar.InstantOf(_to);
        _refusal = to < now || to - now > AdvanceMax ? L["Simulation.NotThere", (int)AdvanceMax.TotalDays].Value : null;
        if (_refusal is not null)
        {
            return;
        }

        (_goal, _goalSetAt) = (to, now);
        await TryAsync(ConsoleDeed.ChangeSettings, where: null, () => Fleet.Simulation.AdvanceAsync(to));
        _goal = null;
        await Watch.LookAsync();
    }

    // The file goes from the browser to the API's own door, with the caller's own session; it never passes through this page.
    private async Task ImportAsync()
    {
        (_isImporting, _outcome) = (true, null);
        _outcome = await Browser.InvokeAsync<ImportOutcome>("wuyingConsole.importFleet", Timeout.InfiniteTimeSpan, "import-file");
        _isImporting = false;
        await RefreshAsync();
    }
}
