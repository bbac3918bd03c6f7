using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MudBlazor;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Requests;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Frame;

namespace Wuying.WebConsole.Updates;

/// <summary>One request about many computers: what each answered, and how far its update is. Here it is changed and cancelled, too (R21, R22, R24).</summary>
public sealed partial class RequestPage
{
    /// <summary>How often the computers of the request are counted while things happen; its own counts cost nothing.</summary>
    private static readonly TimeSpan CountAgeMin = TimeSpan.FromSeconds(2);

    private Virtualize<ShownAnswer>? _list;
    private BulkOperation? _operation;
    private FleetSummary? _counts;
    private long _countedAt;

    /// <summary>The request's id.</summary>
    [Parameter] public required string OperationId { get; set; }

    private UpdateRequest? Request => _operation?.Command.Update;

    private string Title => _operation switch
    {
        null => L["Request.Title"],
        { Command.CancelRequestedBy: not null } => L["Request.CancelTitle"],
        { Command.Update: { } update } => L["Request.UpdateTitle", update.Target.Version.Number],
        _ => L["Request.PushTitle"],
    };

    /// <summary>Those whose update can still be changed or cancelled.</summary>
    private long Waiting => CountOf("scheduled") + CountOf("waiting");

    private ComputerFilter Takers => new() { RegionId = Region, TookOperationId = OperationId };

    private IEnumerable<Stage> Stages
    {
        get
        {
            var updated = _counts?.ByVersion.GetValueOrDefault(Request!.Target.Version.Number) ?? 0;
            var pending = CountOf("scheduled") + CountOf("waiting") + CountOf("running") + CountOf("offered");
            var others = Math.Max(0, (_counts?.Total ?? 0) - pending - updated);
            yield return new("Scheduled", CountOf("scheduled"), Icons.Material.Rounded.Event, Tone.Ahead);
            yield return new("Waiting", CountOf("waiting"), Icons.Material.Rounded.HourglassTop, Tone.Warning);
            yield return new("Running", CountOf("running"), Icons.Material.Rounded.Sync, Tone.Busy);
            yield return new("Updated", updated, Icons.Material.Rounded.CheckCircle, Tone.Good);
            yield return new("Other", others, Icons.Material.Rounded.HighlightOff, others > 0 ? Tone.Bad : Tone.Neutral);
        }
    }

    protected override async Task ReadAsync()
    {
        var operation = await Fleet.Queries.FindOperationAsync(OperationId);
        if (operation is null || Session.Caller?.Sees(operation.RegionId) is not true)
        {
            _operation = null;
            return;
        }

        await Session.LookAtAsync(operation.RegionId);
        var hasJustEnded = operation.FinishedAt is not null && _operation is not { FinishedAt: not null };
        _operation = operation;
        if (_counts is null || hasJustEnded || Clock.GetElapsedTime(_countedAt) >= CountAgeMin)
        {
            _counts = await Fleet.Queries.CountComputersAsync(Takers);
            _countedAt = Clock.GetTimestamp();
        }
        else
        {
            _ = RefreshLaterAsync();
        }

        if (_list is { } list)
        {
            await list.RefreshDataAsync();
        }
    }

    private async Task RefreshLaterAsync()
    {
        var seen = _countedAt;
        await Task.Delay(CountAgeMin, Clock);
        if (seen == _countedAt)
        {
            await RefreshAsync();
        }
    }

    private long CountOf(string pendingState) => _counts?.ByPendingState.GetValueOrDefault(pendingState) ?? 0;

    // Items are numbered from 1, so the page after number n begins at index n.
    private async ValueTask<ItemsProviderResult<ShownAnswer>> ProvideAsync(ItemsProviderRequest request)
    {
        var total = _operation?.Total ?? 0;
        if (request.Count == 0 || total == 0)
        {
            return new([], total);
        }

        var page = await Fleet.Queries.ListOperationItemsAsync(OperationId, request.StartIndex.ToString(CultureInfo.InvariantCulture), request.Count);
        var computers = await Fleet.Queries.ListComputersAsync(
            new ComputerFilter { Ids = [.. page.Items.Select(item => item.ComputerId)] }, null, request.Count);
        var byId = computers.Items.ToDictionary(computer => computer.Id);
        return new([.. page.Items.Select(item => new ShownAnswer(item, byId.GetValueOrDefault(item.ComputerId)))], total);
    }

    private Task ChangeAsync()
    {
        var request = Request!;
        return UpdateDialog.OpenAsync(Dialogs, L, request.Target, Takers, new UpdateChoice(
            request.Method is UpdateMethod.Scheduled, request.Date, request.SnapshotLeadHours, request.SnapshotFirst));
    }

    private async Task CancelAsync()
    {
        if (!await Dialogs.ConfirmAsync(L["Cancel.Many", Counts.Shown(Waiting)], L["Request.Cancel"], isGrave: true, L["Cancel.Text"], L["Cancel.RunningStay"]))
        {
            return;
        }

        var id = RequestIds.NewRandom("op-");
        if (await TryAsync(ConsoleDeed.Operate, () =>
            Fleet.BulkOperation(id).BeginAsync(Region, Takers, new BulkCommand(null, Session.Caller!.Name))))
        {
            Navigation.NavigateTo(Session.AddressOf($"/image-updates/requests/{id}"));
        }
    }
}
