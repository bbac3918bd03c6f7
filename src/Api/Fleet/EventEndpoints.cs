using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;

namespace Wuying.Api.Fleet;

/// <summary>The fleet's events in the order of commits.</summary>
internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", ListAsync).WithTags("Events").WithName("ListEvents").WithSummary("Events, oldest first")
            .WithDescription("After a sequence number, or from the beginning. Follow the fleet by asking again after the last sequence seen.");

    private static async Task<Results<Ok<PageResponse<EventResponse>>, ProblemHttpResult>> ListAsync(
        [Description("The last sequence number seen.")] string? after, [AsParameters] PageQuery page, Cluster cluster)
    {
        var errors = new InputErrors();
        var (cursor, limit) = page.Read(errors);
        long sequence = 0;
        var (field, text) = cursor is null ? ("after", after) : ("cursor", cursor);
        if (text is not null && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sequence))
        {
            errors.Add(field, "A sequence number, 0 or more.");
        }

        return errors.IsEmpty
            ? TypedResults.Ok((await cluster.Queries.ListEventsAsync(sequence, limit)).ToPage(limit))
            : errors.ToProblem();
    }
}
