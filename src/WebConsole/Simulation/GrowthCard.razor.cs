using System.Globalization;
using Wuying.Contracts.Requests;
using Wuying.Contracts.Simulation;
using Wuying.Domain.Regions;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Fleet;
using Wuying.WebConsole.Frame;

namespace Wuying.WebConsole.Simulation;

/// <summary>Adds simulated computers to the fleet, and shows how far that is, whoever asked for it.</summary>
public sealed partial class GrowthCard
{
    private string _typed = "1000";
    private string _region = "";
    private string? _refusal;
    private bool _isAdding;
    private FleetGrowthView? _progress;
    private (int Computers, long Fleet)? _added;

    // Asking for the same again after an answer that never came adds nothing twice.
    private (string Id, int Computers, string Region)? _request;

    private bool MayAdd => Session.Caller?.May(ConsoleDeed.ChangeSettings) is true;

    // Computers are made in any region.
    protected override bool IsConcernedBy(FleetNews news) => _progress is not null || _isAdding || base.IsConcernedBy(news);

    protected override async Task ReadAsync() =>
        _progress = await Fleet.SimulatedFleet.GetProgressAsync() is { } progress && progress.Done < progress.Total ? progress : null;

    private async Task AddAsync()
    {
        _added = null;
        var isNumber = int.TryParse(_typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var computers);
        _refusal = isNumber && computers is > 0 and <= ISimulatedFleetGrain.ComputersMax
            ? null
            : L["Simulation.NoCount", Counts.Shown(ISimulatedFleetGrain.ComputersMax)].Value;
        if (_refusal is not null || _isAdding)
        {
            return;
        }

        _isAdding = true;
        var request = _request is { } lost && (lost.Computers, lost.Region) == (computers, _region) ? lost : (Id: RequestIds.NewRandom("growth-"), computers, _region);
        _request = request;
        if (await TryAsync(ConsoleDeed.ChangeSettings, where: null, () => AddAsync(request.Id, computers)))
        {
            _request = null;
        }

        _isAdding = false;
        await RefreshAsync();
    }

    private async Task AddAsync(string requestId, int computers)
    {
        RegionId? region = _region.Length == 0 ? null : new RegionId(_region);
        var added = await Fleet.SimulatedFleet.AddAsync(computers, region, requestId, Session.Caller!.Name);
        _added = (added, (await Fleet.Queries.SummarizeAsync(null)).Total);
    }
}
