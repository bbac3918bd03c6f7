using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Fleet;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.CloudComputers;

/// <summary>The events of one computer.</summary>
internal static class ComputerHistory
{
    private const string Subject = "computer";

    public static async Task<Results<Ok<PageResponse<EventResponse>>, ProblemHttpResult>> ListAsync(
        string computerId, [AsParameters] PageQuery page, Cluster cluster)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        long before = 0;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            errors.Add("cursor", "Not a cursor of this list.");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var events = await cluster.Queries.ListHistoryAsync(Subject, computerId, after is null ? null : before, limit);
        return events.IsEmpty && await cluster.Computer(new CloudComputerId(computerId)).GetAsync() is null
            ? ComputerEndpoints.NotFound(computerId)
            : TypedResults.Ok(events.ToPage(limit));
    }
}
