using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Fleet;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.EndUsers;

/// <summary>What an end user of a cloud computer sees, and decides (R8–R10), played by whoever operates the console.</summary>
public sealed partial class ClientPage
{
    private const string UserParameter = "user";
    private const int KnownMax = 200;
    private const int SuggestedMax = 4;

    private string? _typed;
    private string? _user;
    private LogOn? _shown;
    private long _seenThrough;
    private bool _isUnknown;
    private ImmutableArray<string> _known = [];

    private int NewCount => _shown?.Notifications.Count(told => told.Sequence > _seenThrough) ?? 0;

    // In the user's place, by whoever has signed in.
    private string? InPlaceOf => Session.Caller is { HasSignedIn: true } caller ? caller.Name : null;

    // A user's computers may be anywhere.
    protected override bool IsConcernedBy(FleetNews news) => _user is not null;

    protected override async Task ReadAsync()
    {
        if (_known.IsEmpty)
        {
            await FindUsersAsync();
        }

        var asked = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).GetValueOrDefault(UserParameter).ToString();
        if (asked.Length is 0 or > 128)
        {
            return;
        }

        var shown = await Fleet.EndUser(new UserId(asked)).GetNotificationsAsync();
        if (asked != _user)
        {
            (_user, _typed) = (asked, asked);
            _seenThrough = shown?.SeenThrough ?? 0;
        }

        Show(shown);
    }

    // Somebody who has something to decide, if there is anybody.
    private async Task FindUsersAsync()
    {
        var offered = await Fleet.Queries.ListComputersAsync(new ComputerFilter { RegionId = Region, Pending = PendingFilter.Offered }, null, KnownMax);
        var others = await Fleet.Queries.ListComputersAsync(new ComputerFilter { RegionId = Region }, null, KnownMax);
        _known = [.. offered.Items.Concat(others.Items).SelectMany(computer => computer.AssignedUserIds).Select(user => user.Value).Distinct(StringComparer.Ordinal).Take(KnownMax)];
    }

    private void Show(LogOn? shown)
    {
        _isUnknown = shown is null;
        _shown = shown is null ? null : shown with
        {
            Computers = [.. shown.Computers.Where(computer => Session.Caller!.Sees(computer.RegionId))],
            Notifications = [.. shown.Notifications.Where(told => Session.Caller!.Sees(told.Notification.RegionId))],
        };
    }

    private Task<bool> LogOnAsync() => TryAsync(ConsoleDeed.Operate, async () =>
    {
        var user = _typed!.Trim();
        var shown = await Fleet.EndUser(new UserId(user)).LogOnAsync();
        (_user, _seenThrough) = (user, shown?.SeenThrough ?? 0);
        Show(shown);
        Navigation.NavigateTo($"{Session.AddressOf("/client")}&{UserParameter}={Uri.EscapeDataString(user)}", replace: true);
    });

    private Task ConnectAsync(CloudComputer computer) =>
        AskAsync(computer, grain => grain.ConnectAsync(new UserId(_user!), InPlaceOf), L["Client.Connected", computer.Name]);

    private Task DisconnectAsync(CloudComputer computer) =>
        AskAsync(computer, grain => grain.DisconnectAsync(new UserId(_user!), InPlaceOf), L["Client.Disconnected", computer.Name]);

    private Task AcceptAsync(CloudComputer computer, AcceptChoice choice) => AskAsync(
        computer,
        grain => grain.AcceptUpdateAsync(new OfferAcceptance(new UserId(_user!), choice.Delay, choice.Afterwards) { RequestedBy = InPlaceOf }),
        choice.Delay == TimeSpan.Zero ? L["Client.AcceptedNow", computer.Name] : L["Client.AcceptedLater", computer.Name, (int)choice.Delay.TotalHours]);

    private Task DeclineAsync(CloudComputer computer) =>
        AskAsync(computer, grain => grain.DeclineUpdateAsync(new UserId(_user!), InPlaceOf), L["Client.Declined", computer.Name]);

    private async Task AskAsync(CloudComputer computer, Func<ICloudComputerGrain, Task<Answer>> deed, string done)
    {
        await TryAsync(ConsoleDeed.Operate, computer.RegionId, async () =>
        {
            var answer = await deed(Fleet.Computer(computer.Id));
            Snackbar.Add(answer.Rejection is { } refused ? Reasons.TextOf(refused, L) : done, answer.Rejection is null ? Severity.Success : Severity.Error);
        });
        await RefreshAsync();
    }
}
