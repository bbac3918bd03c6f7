using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;

namespace Wuying.Api.Fleet;

/// <summary>The fleet's events in the order of commits.</summary>
internal static class EventEndpoints
{
    private const string ResumeHeader = "Last-Event-ID";

    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/events").WithTags("Events");
        group.MapGet("", ListAsync).WithName("ListEvents").WithSummary("Events, oldest first")
            .WithDescription("After a sequence number, or from the beginning. Follow the fleet by asking again after the last sequence seen, or by /events/stream.");
        group.MapGet("/stream", StreamAsync).WithName("StreamEvents").WithSummary("Events as they happen, as Server-Sent Events")
            .WithDescription("Each event has its sequence number as id, its kind as event, and as data what GET /events has as an item, in one line. Without a place to go on from it begins with what happens from now on; after=0 is the beginning. A reader that comes back with Last-Event-ID misses nothing and sees nothing twice. While there is nothing to tell, comments show that the stream is alive.");
    }

    private static async Task<Results<Ok<PageResponse<EventResponse>>, ProblemHttpResult>> ListAsync(
        [Description("The last sequence number seen.")] string? after, [AsParameters] PageQuery page, Cluster cluster, HttpContext context)
    {
        var errors = new InputErrors();
        var (cursor, limit) = page.Read(errors);
        var (field, text) = cursor is null ? (nameof(after), after) : ("cursor", cursor);
        var sequence = ReadSequence(field, text, errors);
        return errors.IsEmpty
            ? TypedResults.Ok(await VisibleEvents.ReadPageAsync(cluster.Queries, context.Caller(), sequence ?? 0, limit))
            : errors.ToProblem();
    }

    private static async Task<Results<EventStreamResult, ProblemHttpResult>> StreamAsync(
        [Description("The last sequence number seen; 0 for all events.")] string? after,
        [FromHeader(Name = ResumeHeader), Description("The id of the last event seen; browsers send it by themselves. Counts for more than after.")] string? lastEventId,
        Cluster cluster)
    {
        var errors = new InputErrors();
        var (field, text) = lastEventId is null ? (nameof(after), after) : (ResumeHeader, lastEventId);
        var sequence = ReadSequence(field, text, errors);
        return errors.IsEmpty
            ? new EventStreamResult(sequence ?? await cluster.Queries.FindNewestSequenceAsync())
            : errors.ToProblem();
    }

    private static long? ReadSequence(string field, string? text, InputErrors errors)
    {
        if (text is null)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            errors.Add(field, "A sequence number, 0 or more.");
        }

        return sequence;
    }
}
