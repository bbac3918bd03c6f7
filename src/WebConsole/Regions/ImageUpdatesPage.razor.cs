using MudBlazor;
using Wuying.Contracts.Regions;
using Wuying.Contracts.Requests;
using Wuying.Domain.Regions;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.Regions;

/// <summary>The versions of a region's catalogue, and what is done with them (R2–R7).</summary>
public sealed partial class ImageUpdatesPage
{
    private Region? _region;
    private List<ShownVersion> _versions = [];

    protected override async Task ReadAsync()
    {
        _region = await Fleet.Region(Region).GetAsync();
        if (_region is not { } region)
        {
            _versions = [];
            return;
        }

        var counts = await Fleet.Queries.CountVersionsAsync(Region);
        var computers = counts.Sum(count => count.Computers);
        _versions = [.. region.Catalogue.Reverse().Select(entry => new ShownVersion(
            entry, entry == region.Latest, InvolvedCounts.Of(region, entry.Version, counts), computers, region.AutomaticPush))];
    }

    private Task<IDialogReference> ShowNotesAsync(ShownVersion version) => Dialogs.ShowAsync<ReleaseNotesDialog>(
        L["Action.ViewNotes"],
        new DialogParameters<ReleaseNotesDialog> { { notes => notes.Entry, version.Entry } },
        new DialogOptions { MaxWidth = MaxWidth.Small });

    private async Task SetAutomaticPushAsync(bool on)
    {
        var isMeant = await Dialogs.ConfirmAsync(
            L[on ? "Push.TurnOn" : "Push.TurnOff", RegionNames.Of(Region, L)],
            L[on ? "Push.TurnOnConfirm" : "Push.TurnOffConfirm"],
            isGrave: false,
            L[on ? "Push.AutomaticOnText" : "Push.AutomaticOffText"],
            L[on ? "Push.TurnOnText" : "Push.TurnOffText"]);
        if (isMeant && await TryAsync(ConsoleDeed.ChangeSettings, async () =>
        {
            var answer = await Fleet.Region(Region).ChangeAsync(on, null, Session.Caller!.Name);
            Say(answer.Rejection is { } refused ? Reasons.TextOf(refused, L) : L[on ? "Push.TurnedOn" : "Push.TurnedOff"], answer.Rejection is null);
        }))
        {
            await RefreshAsync();
        }
    }

    private async Task StartPushAsync(ShownVersion version)
    {
        if (await Dialogs.ConfirmAsync(
            L["Push.Start", version.Entry.Version.Number], L["Action.StartPush"], isGrave: false,
            L["Push.StartText", Counts.Shown(version.Involved.Computers)], L["Push.UsersDecide"]))
        {
            await PushAsync("Push.Started", region => region.StartPushAsync(
                version.Entry.Version, PushScope.Region, RequestIds.NewRandom("push-"), Session.Caller!.Name));
        }
    }

    private async Task StopPushAsync(ShownVersion version)
    {
        if (await Dialogs.ConfirmAsync(
            L["Push.Stop", version.Entry.Version.Number], L["Action.StopPush"], isGrave: false, L["Push.StopText"]))
        {
            await PushAsync("Push.StoppedDone", region => region.StopPushAsync(
                version.Entry.Version, PushScope.Region, RequestIds.NewRandom("push-"), Session.Caller!.Name));
        }
    }

    private Task<bool> PushAsync(string done, Func<IRegionGrain, Task<PushAnswer>> order) => TryAsync(ConsoleDeed.Operate, async () =>
    {
        var answer = (await order(Fleet.Region(Region))).Answer;
        Say(answer.Rejection is { } refused ? Reasons.TextOf(refused, L) : L[done], answer.Rejection is null);
        await RefreshAsync();
    });

    private void Say(string text, bool isGood) => Snackbar.Add(text, isGood ? Severity.Success : Severity.Error);
}
