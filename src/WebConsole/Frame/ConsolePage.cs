using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Fleet;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Frame;

/// <summary>
/// What every part of the console that shows the fleet does alike: it reads its small view when it is opened, when another region is looked at and
/// when something has happened there; it says in words what went wrong, and goes on showing what it last knew. Derive from it and override <see cref="ReadAsync"/>.
/// </summary>
public abstract class ConsolePage : ComponentBase, IDisposable
{
    private IDisposable? _listening;
    private bool _isReading;
    private bool _isStale;
    private bool _isGone;
    private string _path = "";

    /// <summary>The console's texts.</summary>
    [Inject] protected IStringLocalizer<ConsoleTexts> L { get; set; } = null!;

    /// <summary>The grains.</summary>
    [Inject] protected FleetGrains Fleet { get; set; } = null!;

    /// <summary>What all pages of this window share.</summary>
    [Inject] protected ConsoleSession Session { get; set; } = null!;

    /// <summary>Where answers to deeds are said.</summary>
    [Inject] protected ISnackbar Snackbar { get; set; } = null!;

    /// <summary>Says when something has happened.</summary>
    [Inject] protected FleetNewsReader News { get; set; } = null!;

    /// <summary>Where the page is, and the way to others.</summary>
    [Inject] protected NavigationManager Navigation { get; set; } = null!;

    /// <summary>True once the view was read.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>Why the view could not be read last, in words; null when it could.</summary>
    protected string? Problem { get; private set; }

    /// <summary>The region looked at.</summary>
    protected RegionId Region => Session.Region;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what is shown; called again whenever it may have changed, never twice at a time.</summary>
    protected abstract Task ReadAsync();

    /// <summary>True when news may change what is shown.</summary>
    protected virtual bool IsConcernedBy(FleetNews news) => news.Concerns(Region);

    /// <summary>True when the caller may, as far as is known; what is not allowed is shown disabled. Doing it asks again.</summary>
    protected bool May(ConsoleDeed deed) => Session.Caller?.May(deed, Region) is true;

    protected virtual void Dispose(bool disposing)
    {
        _isGone = true;
        _listening?.Dispose();
        Session.Changed -= RefreshAsync;
        Navigation.LocationChanged -= OnLocationChanged;
    }

    protected override void OnInitialized()
    {
        Session.Changed += RefreshAsync;
        _path = PathOf(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
        _listening = News.Listen(news => IsConcernedBy(news) ? RefreshAsync() : Task.CompletedTask);
    }

    protected override Task OnParametersSetAsync() => RefreshAsync();

    /// <summary>Called when the address asks the same page for something else, which changes no parameter of it.</summary>
    protected virtual Task OnAddressChangedAsync() => RefreshAsync();

    /// <summary>Reads the view anew. Whoever asks while it is being read gets another look afterwards, one for all.</summary>
    protected Task RefreshAsync() => InvokeAsync(async () =>
    {
        _isStale = true;
        if (_isReading)
        {
            return;
        }

        _isReading = true;
        try
        {
            while (_isStale && !_isGone)
            {
                _isStale = false;
                await TryReadAsync();
                StateHasChanged();
            }
        }
        finally
        {
            _isReading = false;
        }
    });

    /// <summary>Does something that needs a right, if the caller has it at this moment, and says in words what failed.</summary>
    /// <returns>True when it was done.</returns>
    protected Task<bool> TryAsync(ConsoleDeed deed, Func<Task> act) => TryAsync(deed, Region, act);

    /// <summary>The same for what is in another region than that looked at; null for what concerns the service as a whole.</summary>
    protected async Task<bool> TryAsync(ConsoleDeed deed, RegionId? where, Func<Task> act)
    {
        try
        {
            if (!await Session.MayAsync(deed, where))
            {
                Snackbar.Add(L["Failure.NotAllowed"], Severity.Error);
                return false;
            }

            await act();
            return true;
        }
#pragma warning disable CA1031 // Said in words; the page goes on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Snackbar.Add(Failures.TextOf(error, L), Severity.Error);
            return false;
        }
    }

    // Other paths are other pages', or set parameters.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        if (PathOf(change.Location) == _path)
        {
            _ = InvokeAsync(OnAddressChangedAsync);
        }
    }

    private static string PathOf(string address) => new Uri(address).AbsolutePath;

    private async Task TryReadAsync()
    {
        try
        {
            await ReadAsync();
            (IsRead, Problem) = (true, null);
        }
#pragma warning disable CA1031 // Said in words; the next news, or the reader, tries again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Problem = Failures.TextOf(error, L);
        }
    }
}
