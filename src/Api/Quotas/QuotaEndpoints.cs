using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Quotas;

/// <summary>The daily quota of a region, and which days can be picked (R16, R17).</summary>
internal static class QuotaEndpoints
{
    /// <summary>The most days of one answer.</summary>
    private const int DaysMax = 366;

    public static void MapQuotas(this IEndpointRouteBuilder api) =>
        api.MapGet("/regions/{regionId}/quotas", ListAsync).WithTags("Quotas").WithName("ListQuotas")
            .WithSummary("The update quota, day by day").WithDescription("From today to 30 days ahead unless from and to say otherwise.");

    private static async Task<Results<Ok<PageResponse<QuotaDayResponse>>, ProblemHttpResult>> ListAsync(
        string regionId, string? from, string? to, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var now = await cluster.GetNowAsync();
        var calendar = ProductRegion.CalendarOf(region.Id);
        var errors = new InputErrors();
        var first = ReadDay("from", from, calendar.DayOf(now), errors);
        var last = ReadDay("to", to, Later(first, UpdateWindowCalendar.DaysAheadMax), errors);
        if (errors.IsEmpty && (last < first || last.DayNumber - first.DayNumber >= DaysMax))
        {
            errors.Add("to", $"Not before from, and at most {DaysMax} days in one answer.");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var stored = await cluster.Queries.ListQuotasAsync(region.Id, first, last);
        return TypedResults.Ok(QuotaDay.Span(region, first, last, stored).Select(day => ToResponse(day, calendar, now)).ToWhole());
    }

    /// <summary>A day as the API shows it.</summary>
    internal static QuotaDayResponse ToResponse(QuotaDay row, UpdateWindowCalendar calendar, DateTimeOffset now)
    {
        var reason = row.WhyNotPickable(calendar, now);
        return new(row.Day, row.Limit, row.Reserved, row.Remaining, reason is null, reason);
    }

    private static DateOnly ReadDay(string field, string? text, DateOnly otherwise, InputErrors errors)
    {
        if (text is null)
        {
            return otherwise;
        }

        if (!Days.TryParse(text, out var day))
        {
            errors.Add(field, Days.Expected);
        }

        return day;
    }

    private static DateOnly Later(DateOnly day, int days) => day > DateOnly.MaxValue.AddDays(-days) ? DateOnly.MaxValue : day.AddDays(days);
}
