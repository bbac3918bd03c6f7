using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Updates;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>
/// The cloud computers that can be updated to a version, and how far they are (R3). The list is an index of ids, asked for once for a query; the computers just
/// seen are asked for by their ids, and again when something happens. So any place in a long list is as near as its beginning.
/// </summary>
public sealed partial class InvolvedComputersPage
{
    /// <summary>How often an index is asked for anew by itself while things happen.</summary>
    private static readonly TimeSpan IndexAgeMin = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private readonly ComputerSelection _selection = new();
    private readonly List<string> _ownAddresses = [];
    private Virtualize<ShownComputer>? _list;
    private UpdateTarget? _target;
    private ImmutableArray<VersionCount> _versions = [];
    private ComputerQuery _query = new();
    private ComputerFilter _filter = new();
    private ComputerIndex? _index;
    private object? _indexKey;
    private long _indexedAt;
    private bool _hasChanged;
    private string? _text;
    private int _typed;

    /// <summary>The version's number.</summary>
    [Parameter] public required string Version { get; set; }

    private IEnumerable<(string, string)> StatusChoices => Words<CloudComputerStatus>("Status", CloudComputerStatus.Unspecified, CloudComputerStatus.Deleted);

    private IEnumerable<(string, string)> PendingChoices => Words<PendingFilter>("PendingFilter", PendingFilter.Unspecified);

    private IEnumerable<(string, string)> ConnectionChoices => [("yes", L["Filter.Connected"]), ("no", L["Filter.Disconnected"])];

    private IEnumerable<(string, string)> VersionChoices =>
        _versions.Where(count => count.Computers > 0).Select(count => (count.Version.Number, count.Version.Number)).OrderByDescending(choice => choice.Item1[^15..], StringComparer.Ordinal);

    private IEnumerable<(string, string)> ReasonChoices => ReasonsShown.Select(code => (code.ToString(), Reasons.TitleOf(code, L)));

    // Those that a computer's pending or last update can end with.
    private static readonly ImmutableArray<RejectionCode> ReasonsShown =
    [
        RejectionCode.ComputerNotRunning, RejectionCode.ComputerConnected, RejectionCode.ComputerBusy, RejectionCode.SnapshotMissing, RejectionCode.SnapshotFailed,
        RejectionCode.AlreadyUpToDate, RejectionCode.WindowTooShort, RejectionCode.WindowClosed, RejectionCode.UpdateFailed, RejectionCode.Superseded,
        RejectionCode.CancelledByRequest, RejectionCode.OutcomeUnknown,
    ];

    protected override Task OnParametersSetAsync() => OnAddressChangedAsync();

    protected override async Task OnAddressChangedAsync()
    {
        var address = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        var asked = ComputerQuery.Read(name => address.GetValueOrDefault(name));
        if (_ownAddresses.Remove(Navigation.Uri))
        {
            // What was asked here is shown already; by now something else may have been asked for.
            return;
        }

        Take(asked);
        _text ??= asked.Text;
        await RefreshAsync();
    }

    protected override async Task ReadAsync()
    {
        var (region, version, query) = (Region, Version, _query);
        _target = ImageVersion.TryParse(version, out var number) && await Fleet.Region(region).GetAsync() is { } known ? known.TargetOf(number) : null;
        if (_target is not { } target)
        {
            return;
        }

        var key = (region, version, query);
        var isOther = !key.Equals(_indexKey);
        if (isOther || Clock.GetElapsedTime(_indexedAt) >= IndexAgeMin)
        {
            _versions = await Fleet.Queries.CountVersionsAsync(region);
            if (isOther || _selection.IsEmpty)
            {
                await IndexAsync(query.ToFilter(region, target, _versions), query.Order);
                _indexKey = key;
            }
            else
            {
                _hasChanged = true;
            }
        }
        else
        {
            // The last of the news is followed by one more look, when it may be taken.
            _ = RefreshLaterAsync(IndexAgeMin - Clock.GetElapsedTime(_indexedAt));
        }

        if (_list is { } list)
        {
            await list.RefreshDataAsync();
        }
    }

    private async Task IndexAsync(ComputerFilter filter, ComputerOrder order)
    {
        var index = await Fleet.Queries.IndexComputersAsync(filter, order);
        (_filter, _index, _indexedAt, _hasChanged) = (filter, index, Clock.GetTimestamp(), false);
    }

    private async Task RefreshLaterAsync(TimeSpan delay)
    {
        var seen = _indexedAt;
        await Task.Delay(delay, Clock);
        if (seen == _indexedAt)
        {
            await RefreshAsync();
        }
    }

    private async ValueTask<ItemsProviderResult<ShownComputer>> ProvideAsync(ItemsProviderRequest request)
    {
        var ids = _index?.Ids ?? [];
        var first = Math.Min(request.StartIndex, ids.Length);
        var seen = ids.AsSpan(first, Math.Min(request.Count, ids.Length - first)).ToImmutableArray();
        if (seen.IsEmpty)
        {
            return new([], ids.Length);
        }

        var page = await Fleet.Queries.ListComputersAsync(new ComputerFilter { Ids = seen }, null, seen.Length);
        var byId = page.Items.ToDictionary(computer => computer.Id);
        return new([.. seen.Select((id, offset) => new ShownComputer(first + offset + 1, id, byId.GetValueOrDefault(id)))], ids.Length);
    }

    // The address follows: it takes a while until the browser has it, and what is asked meanwhile is asked of the query.
    private Task AskAsync(ComputerQuery query)
    {
        if (query == _query)
        {
            return Task.CompletedTask;
        }

        Take(query);
        var address = Navigation.GetUriWithQueryParameters(query.ToAddress());
        _ownAddresses.Add(address);
        Navigation.NavigateTo(address, replace: true);
        return RefreshAsync();
    }

    // What is selected is selected out of a list; another list is another choice.
    private void Take(ComputerQuery query)
    {
        if (query != _query)
        {
            _selection.Clear();
            _query = query;
        }
    }

    private Task SortAsync(ComputerOrder order) => AskAsync(_query with { Order = order });

    private async Task SearchAsync(ChangeEventArgs change)
    {
        _text = change.Value as string;
        var typed = ++_typed;
        await Task.Delay(TypingPause, Clock);
        if (typed == _typed)
        {
            await AskAsync(_query with { Text = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim() });
        }
    }

    private void Select(ShownComputer row, bool selected) => _selection.Set(row.Id, selected, _index!.Ids);

    private void SelectAll() => _selection.SetAll();

    private async Task DeselectAsync()
    {
        _selection.Clear();
        await LookAgainAsync();
    }

    private async Task LookAgainAsync()
    {
        _indexKey = null;
        await RefreshAsync();
    }

    private bool CanUpdate(ShownComputer row) =>
        row.Computer is { Status: not CloudComputerStatus.Updating } computer && _target!.IsNewerThan(computer.CurrentVersion);

    private long CountOf(ComputerScope scope)
    {
        var all = _versions.Sum(count => count.Computers);
        var older = InvolvedCounts.Older(_target, _versions).Sum(count => count.Computers);
        return scope switch
        {
            ComputerScope.ToUpdate => older,
            ComputerScope.Updated => all - older,
            _ => all,
        };
    }

    private Task UpdateSelectedAsync() => OpenDialogAsync(_selection.Within(_filter));

    private Task UpdateAsync(ShownComputer row) => OpenDialogAsync(new ComputerFilter { RegionId = Region, Ids = [row.Id] });

    private Task OpenDialogAsync(ComputerFilter whom) => UpdateDialog.OpenAsync(Dialogs, L, _target!, whom);

    private async Task CancelAsync(ShownComputer row)
    {
        var name = row.Computer?.Name ?? row.Id.Value;
        if (await Dialogs.ConfirmAsync(L["Cancel.One", name], L["Action.CancelUpdate"], isGrave: false, L["Cancel.Text"]))
        {
            await TryAsync(ConsoleDeed.Operate, async () =>
            {
                var answer = await Fleet.Computer(row.Id).CancelUpdateAsync(Session.Caller!.Name);
                Snackbar.Add(
                    answer.Rejection is { } refused ? Reasons.TextOf(refused, L) : L["Cancel.OneDone", name],
                    answer.Rejection is null ? Severity.Success : Severity.Error);
                await RefreshAsync();
            });
        }
    }

    private IEnumerable<(string, string)> Words<TWord>(string prefix, params TWord[] without)
        where TWord : struct, Enum =>
        Enum.GetValues<TWord>().Where(word => !without.Contains(word)).Select(word => (word.ToString(), L[$"{prefix}.{word}"].Value));

    private static TWord? Parse<TWord>(string? word)
        where TWord : struct, Enum => word is null ? null : Enum.Parse<TWord>(word);

    private static string? ConnectionOf(ComputerQuery query) => query.IsConnected switch { true => "yes", false => "no", null => null };

    private static string? TextOf(ChangeEventArgs change) => change.Value is string text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
