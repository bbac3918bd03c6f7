using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Wuying.WebConsole.Simulation;

namespace Wuying.WebConsole.Nights;

/// <summary>One night of a region while it happens, or as it was: what was planned, how far it is, and what stood in its way.</summary>
public sealed partial class TonightPage
{
    private const string NightParameter = "night";

    private NightView? _view;
    private DateOnly? _asked;
    private IDisposable? _watching;

    private DateTimeOffset Now => Watch.Latest?.Now ?? DateTimeOffset.MinValue;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _watching = Watch.Watch(() => InvokeAsync(StateHasChanged));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _watching?.Dispose();
    }

    protected override async Task ReadAsync()
    {
        _asked = AskedIn(Navigation.Uri);
        var (region, now) = (Region, (await Watch.LookAsync()).Now);
        var night = _asked ?? await Reader.FindTonightAsync(region, now);
        var view = await Reader.ReadAsync(region, night, Session.Calendar.DayOf(now));
        if (region == Region)
        {
            _view = view;
        }
    }

    private static DateOnly? AskedIn(string address) => DateOnly.TryParseExact(
        QueryHelpers.ParseQuery(new Uri(address).Query).GetValueOrDefault(NightParameter), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1 and < 9999
        ? day
        : null;

    private string AddressOf(DateOnly night) => $"{Session.AddressOf("/tonight")}&{NightParameter}={Instants.Day(night)}";

    private bool IsRunning(Night night) => Now >= night.Window.StartsAt && Now < night.Window.EndsAt;

    private string PhaseOf(Night night) => Now < night.Window.StartsAt
        ? L["Tonight.Before", Spell(night.Window.StartsAt - Now)]
        : IsRunning(night) ? L["Tonight.During", Spell(night.Window.EndsAt - Now)] : L["Tonight.After"];

    // A minute that has begun counts.
    private string Spell(TimeSpan time)
    {
        var whole = TimeSpan.FromMinutes(Math.Ceiling(time.TotalMinutes));
        return whole >= TimeSpan.FromDays(1)
            ? L["Span.Days", (int)whole.TotalDays, whole.Hours]
            : L["Span.Hours", whole.Hours, whole.Minutes.ToString("00", CultureInfo.InvariantCulture)];
    }
}
