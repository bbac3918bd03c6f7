using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>One computer: what it is, what happened to it, why it was not updated, and the way back to a snapshot (R25–R27, R33).</summary>
public sealed partial class ComputerPage
{
    private const int HistoryPage = 40;
    private const int HistoryMax = 1_000;
    private static readonly PowerCommand[] Powers = [PowerCommand.Start, PowerCommand.Stop, PowerCommand.Restart];

    private CloudComputer? _computer;
    private UpdateTarget? _target;
    private ImmutableArray<RecordedEvent> _history = [];
    private int _historyShown = HistoryPage;
    private bool _hasMore;
    private (Tone Tone, string Text) _why;

    /// <summary>The computer's id.</summary>
    [Parameter] public required string ComputerId { get; set; }

    private CloudComputerId Id => new(ComputerId);

    private bool CanUpdate => _computer is { Status: not CloudComputerStatus.Updating } computer && _target?.IsNewerThan(computer.CurrentVersion) is true;

    protected override async Task ReadAsync()
    {
        // Out of the store: a mistyped address wakes nobody.
        var found = (await Fleet.Queries.ListComputersAsync(new ComputerFilter { Ids = [Id] }, null, 1)).Items.FirstOrDefault();
        if (found is null || Session.Caller?.Sees(found.RegionId) is not true)
        {
            _computer = null;
            return;
        }

        await Session.LookAtAsync(found.RegionId);
        var region = await Fleet.Region(found.RegionId).GetAsync();
        _target = region?.Latest is { } latest ? region.TargetOf(latest.Version) : null;
        _why = new WhyNot(L, Session.Calendar, await Fleet.GetNowAsync()).Explain(found, region?.Latest?.Version);
        var history = await Fleet.Queries.ListHistoryAsync("computer", ComputerId, null, _historyShown + 1);
        (_history, _hasMore) = ([.. history.Take(_historyShown)], history.Length > _historyShown && _historyShown < HistoryMax - 1);
        _computer = found;
    }

    private Task ShowMoreAsync()
    {
        _historyShown = Math.Min(_historyShown + HistoryPage, HistoryMax - 1);
        return RefreshAsync();
    }

    private Task UpdateAsync() => UpdateDialog.OpenAsync(Dialogs, L, _target!, new ComputerFilter { RegionId = Region, Ids = [Id] });

    private async Task CancelAsync()
    {
        if (await Dialogs.ConfirmAsync(L["Cancel.One", _computer!.Name], L["Action.CancelUpdate"], isGrave: false, L["Cancel.Text"]))
        {
            await DoAsync(grain => grain.CancelUpdateAsync(Session.Caller!.Name), L["Cancel.OneDone", _computer.Name]);
        }
    }

    private async Task PowerAsync(PowerCommand command)
    {
        var endsSession = command is not PowerCommand.Start && _computer!.IsConnected;
        if (!endsSession || await Dialogs.ConfirmAsync(L["Power.Confirm", L[$"Power.{command}"], _computer!.Name], L[$"Power.{command}"], isGrave: true, L["Power.EndsSession"]))
        {
            await DoAsync(grain => grain.PowerAsync(command, Session.Caller!.Name), L["Power.Begun", L[$"Power.{command}"], _computer!.Name]);
        }
    }

    private async Task CreateSnapshotAsync()
    {
        var dialog = await Dialogs.ShowAsync<CreateSnapshotDialog>(L["Snapshots.Create"], new DialogOptions { MaxWidth = MaxWidth.Small });
        if (await dialog.Result is { Canceled: false, Data: string name })
        {
            await DoAsync(grain => grain.CreateSnapshotAsync(name, Session.Caller!.Name), L["Snapshots.Begun", name]);
        }
    }

    private async Task RestoreAsync(Snapshot snapshot)
    {
        var dialog = await Dialogs.ShowAsync<RestoreDialog>(
            L["Snapshots.Restore"],
            new DialogParameters<RestoreDialog> { { ask => ask.Computer, _computer! }, { ask => ask.Snapshot, snapshot } },
            new DialogOptions { MaxWidth = MaxWidth.Small, BackdropClick = false });
        if (await dialog.Result is { Canceled: false, Data: bool stopFirst })
        {
            await DoAsync(grain => grain.RestoreAsync(snapshot.Id, stopFirst, Session.Caller!.Name), L["Snapshots.RestoreBegun", _computer!.Name, snapshot.Name]);
        }
    }

    private async Task DoAsync(Func<Contracts.CloudComputers.ICloudComputerGrain, Task<Answer>> deed, string done)
    {
        if (await TryAsync(ConsoleDeed.Operate, async () =>
        {
            var answer = await deed(Fleet.Computer(Id));
            Snackbar.Add(answer.Rejection is { } refused ? Reasons.TextOf(refused, L) : done, answer.Rejection is null ? Severity.Success : Severity.Error);
        }))
        {
            await RefreshAsync();
        }
    }
}
