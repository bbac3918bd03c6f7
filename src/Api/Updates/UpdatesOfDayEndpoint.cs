using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Quotas;
using Wuying.Api.Regions;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Updates;

/// <summary>What became of a day's updates (R33).</summary>
internal static class UpdatesOfDayEndpoint
{
    public static async Task<Results<Ok<UpdatesOfDayResponse>, ProblemHttpResult>> ListAsync(
        string regionId, string? date, string? state, string? reason, [AsParameters] PageQuery page, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        UpdateRowState readState = default;
        RejectionCode readReason = default;
        DateOnly day = default;
        if (state is not null && !Words<UpdateRowState>.TryRead(state, out readState))
        {
            errors.Add("state", $"One of {Words<UpdateRowState>.All}.");
        }

        if (reason is not null && !RejectionCodes.TryRead(reason, out readReason))
        {
            errors.Add("reason", "Not one of the closed list of reasons, such as ComputerConnected.");
        }

        if (date is null)
        {
            day = ProductRegion.CalendarOf(region.Id).DayOf(await cluster.GetNowAsync());
        }
        else if (!Days.TryParse(date, out day))
        {
            errors.Add("date", Days.Expected);
        }

        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var updates = await cluster.Queries.ListUpdatesAsync(
            region.Id, day, state is null ? null : readState, reason is null ? null : readReason, after, limit);
        return TypedResults.Ok(updates.ToResponse(day));
    }
}
