using System.Globalization;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Json;
using Wuying.Api.Paging;
using Wuying.Api.Quotas;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Ecd.Fota;

/// <summary>A region's automatic push, its quota, and how far its updates are: what the product has on its console only, as actions of this project's own.</summary>
internal static class FotaRegionActions
{
    /// <summary>The most days of one answer.</summary>
    private const int DaysMax = 366;

    public static void MapFotaOfRegions(this EcdActionTable actions)
    {
        actions.Administer<ModifyFotaAutoPushRequest, EmptyAnswer>("ModifyFotaAutoPush", ModifyAutoPushAsync);
        actions.Read<DescribeFotaAutoPushRequest, DescribeFotaAutoPushAnswer>("DescribeFotaAutoPush", DescribeAutoPushAsync);
        actions.Read<DescribeFotaProgressRequest, DescribeFotaProgressAnswer>("DescribeFotaProgress", DescribeProgressAsync);
        actions.Read<DescribeFotaQuotaRequest, DescribeFotaQuotaAnswer>("DescribeFotaQuota", DescribeQuotaAsync);
    }

    private static async Task<EcdResult<EmptyAnswer>> ModifyAutoPushAsync(ModifyFotaAutoPushRequest request, EcdCall call)
    {
        var answer = await call.Cluster.Region(call.Region.Id).ChangeAsync(request.AutoPush, null, call.RequestedBy);
        return answer.Rejection is { } refused ? refused.ToError() : EmptyAnswer.Done;
    }

    private static Task<EcdResult<DescribeFotaAutoPushAnswer>> DescribeAutoPushAsync(DescribeFotaAutoPushRequest request, EcdCall call) =>
        Task.FromResult<EcdResult<DescribeFotaAutoPushAnswer>>(new DescribeFotaAutoPushAnswer(call.Region.AutomaticPush));

    private static async Task<EcdResult<DescribeFotaProgressAnswer>> DescribeProgressAsync(DescribeFotaProgressRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var state = default(UpdateRowState);
        if (request.State is not null && !Words<UpdateRowState>.TryRead(request.State, out state))
        {
            return GatewayErrors.Invalid("State", $"one of {Words<UpdateRowState>.All}.");
        }

        var day = request.Date ?? ProductRegion.CalendarOf(call.Region.Id).DayOf(await call.Cluster.GetNowAsync());
        var updates = await call.Cluster.Queries.ListUpdatesAsync(
            call.Region.Id, day, request.State is null ? null : state, reason: null, after, request.MaxResults);
        return new DescribeFotaProgressAnswer(
            Spell(day),
            [.. updates.ByState.Select(count => new FotaStateCountAnswer(count.Key, count.Value))],
            [.. updates.Page.Items.Select(ToAnswer)],
            Cursor.Encode(updates.Page.NextCursor));
    }

    private static FotaProgressAnswer ToAnswer(UpdateRow row) => new(
        row.UpdateId.Value,
        row.ComputerId.Value,
        row.FromVersion.Number,
        row.Version.Number,
        Words<UpdateMethod>.Of(row.Method),
        Words<UpdateRowState>.Of(row.State),
        row.Reason?.ToString(),
        EcdInstants.ToSecond(row.RequestedAt),
        row.StartedAt is { } started ? EcdInstants.ToSecond(started) : null,
        row.FinishedAt is { } finished ? EcdInstants.ToSecond(finished) : null,
        row.SnapshotId?.Value);

    private static async Task<EcdResult<DescribeFotaQuotaAnswer>> DescribeQuotaAsync(DescribeFotaQuotaRequest request, EcdCall call)
    {
        var calendar = ProductRegion.CalendarOf(call.Region.Id);
        var now = await call.Cluster.GetNowAsync();
        var first = request.StartDate ?? calendar.DayOf(now);
        var last = request.EndDate ?? first.AddDays(UpdateWindowCalendar.DaysAheadMax);
        if (last < first || last.DayNumber - first.DayNumber >= DaysMax)
        {
            return GatewayErrors.Invalid("EndDate", $"not before StartDate, and at most {DaysMax} days in one answer.");
        }

        var stored = (await call.Cluster.Queries.ListQuotasAsync(call.Region.Id, first, last)).ToDictionary(row => row.Day);
        return new DescribeFotaQuotaAnswer([.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(offset => first.AddDays(offset))
            .Select(day => stored.GetValueOrDefault(day) ?? new QuotaDay(day, call.Region.DailyUpdateQuota, 0))
            .Select(row => ToAnswer(QuotaEndpoints.ToResponse(row, calendar, now)))]);
    }

    private static FotaQuotaDayAnswer ToAnswer(QuotaDayResponse day) =>
        new(Spell(day.Date), day.Limit, day.Reserved, day.Remaining, day.Pickable, day.Reason?.ToString());

    private static string Spell(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
