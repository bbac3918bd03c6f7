using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Contracts.Requests;
using Wuying.Contracts.Updates;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Access;
using Wuying.WebConsole.Fleet;
using Wuying.WebConsole.Frame;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Updates;

/// <summary>
/// Asks how and when computers are to be updated, says what would come of it before it is confirmed, and begins it. What follows has a page of its own:
/// it goes on there, whatever becomes of this window.
/// </summary>
public sealed partial class UpdateDialog
{
    private static readonly string[] Precautions =
        ["Precautions.Running", "Precautions.Unusable", "Precautions.Save", "Precautions.Window", "Precautions.Snapshot"];

    // The request's id is chosen once: confirming again after an answer that never came begins nothing twice.
    private readonly string _operationId = RequestIds.NewRandom("op-");

    private UpdateChoice _choice = UpdateChoice.Usual;
    private IReadOnlyList<QuotaDay> _days = [];
    private DateTimeOffset _now;
    private UpdateForecast? _forecast;
    private UpdateChoice? _forecastOf;
    private bool _isForecasting;
    private bool _isBusy;

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    /// <summary>The version to update to.</summary>
    [Parameter] public required UpdateTarget Target { get; set; }

    /// <summary>The computers.</summary>
    [Parameter] public required ComputerFilter Whom { get; set; }

    /// <summary>What is chosen at first.</summary>
    [Parameter] public UpdateChoice? First { get; set; }

    private long Taking => _forecast is { } forecast ? forecast.Accepted + forecast.Replaced + forecast.Unchanged : 0;

    private bool CanConfirm => !_isBusy && !_isForecasting && _choice.IsComplete && _forecastOf == _choice && Taking > 0 && May(ConsoleDeed.Operate);

    private string ConfirmText => _choice.IsScheduled
        ? L["Update.ConfirmScheduled", Counts.Shown(Taking)]
        : L["Update.ConfirmImmediate", Counts.Shown(Taking)];

    /// <summary>Opens it.</summary>
    /// <param name="dialogs">Shows it.</param>
    /// <param name="texts">The console's texts.</param>
    /// <param name="target">The version to update to.</param>
    /// <param name="whom">The computers.</param>
    /// <param name="first">What is chosen at first.</param>
    public static Task OpenAsync(
        IDialogService dialogs, IStringLocalizer<ConsoleTexts> texts, UpdateTarget target, ComputerFilter whom, UpdateChoice? first = null) =>
        dialogs.ShowAsync<UpdateDialog>(
            texts["Action.ImmediateOrSchedule"],
            new DialogParameters<UpdateDialog> { { dialog => dialog.Target, target }, { dialog => dialog.Whom, whom }, { dialog => dialog.First, first } },
            new DialogOptions { MaxWidth = MaxWidth.Large, FullWidth = true, BackdropClick = false });

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _choice = First ?? _choice;
    }

    // Days fill while the dialog is open; the rest is asked for when something is chosen.
    protected override bool IsConcernedBy(FleetNews news) => !_isBusy && base.IsConcernedBy(news);

    protected override async Task ReadAsync()
    {
        _now = await Fleet.GetNowAsync();
        var today = Session.Calendar.DayOf(_now);
        var last = today.AddDays(UpdateWindowCalendar.DaysAheadMax);
        if (await Fleet.Region(Region).GetAsync() is { } region)
        {
            _days = [.. QuotaDay.Span(region, today, last, await Fleet.Queries.ListQuotasAsync(Region, today, last))];
        }

        if (_choice.Date is not { } chosen || _days.FirstOrDefault(day => day.Day == chosen)?.WhyNotPickable(Session.Calendar, _now) is not null)
        {
            _choice = _choice with { Date = _days.FirstOrDefault(day => day.WhyNotPickable(Session.Calendar, _now) is null)?.Day };
        }

        if (_forecastOf != _choice)
        {
            await ForecastAsync();
        }
    }

    private async Task ChooseAsync(UpdateChoice choice)
    {
        _choice = choice;
        await RefreshAsync();
    }

    private async Task ForecastAsync()
    {
        var asked = _choice;
        if (!asked.IsComplete)
        {
            (_forecast, _forecastOf) = (null, asked);
            return;
        }

        _isForecasting = true;
        StateHasChanged();
        try
        {
            _forecast = await Fleet.Queries.ForecastUpdatesAsync(Region, Whom, asked.ToRequest(Target, Session.Caller!.Name));
            _forecastOf = asked;
        }
        finally
        {
            _isForecasting = false;
        }
    }

    private async Task ConfirmAsync()
    {
        _isBusy = true;
        var isBegun = await TryAsync(ConsoleDeed.Operate, async () =>
        {
            var request = _choice.ToRequest(Target, Session.Caller!.Name);
            await Fleet.BulkOperation(_operationId).BeginAsync(Region, Whom with { RegionId = Region }, new BulkCommand(request, null));
        });
        _isBusy = false;
        if (isBegun)
        {
            Dialog.Close(true);
            Navigation.NavigateTo(Session.AddressOf($"/image-updates/requests/{_operationId}"));
        }
    }
}
