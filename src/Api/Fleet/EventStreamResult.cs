using System.Collections.Immutable;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Contracts.Fleet;

namespace Wuying.Api.Fleet;

/// <summary>
/// Sends events as they are committed, as Server-Sent Events. Each reader fetches a page when the one before has left for its
/// connection: one that is slow slows itself, and nothing is queued for it. The stream ends with its reader or with the program.
/// </summary>
/// <param name="after">The last sequence number seen.</param>
internal sealed class EventStreamResult(long after) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "text/event-stream";

    private const int PageSize = 500;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ContentType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(
            httpContext.RequestAborted, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        var queries = services.GetRequiredService<Cluster>().Queries;
        var heartbeat = services.GetRequiredService<IOptions<EventStreamOptions>>().Value.HeartbeatInterval;
        var reader = new EventStreamReader(httpContext.Caller(), services.GetRequiredService<IAccessKeys>());
        try
        {
            await SendAsync(Begin(httpContext), queries, reader, heartbeat, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The reader has gone, or the program stops. Whoever comes back says where to go on.
        }
    }

    private static PipeWriter Begin(HttpContext context)
    {
        context.Response.ContentType = ContentType;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return context.Response.BodyWriter;
    }

    private async Task SendAsync(PipeWriter body, IFleetQueryGrain queries, EventStreamReader reader, TimeSpan heartbeat, CancellationToken ended)
    {
        await using var json = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        var last = after;

        // With the id, a reader that is cut off before its first event goes on from here too.
        EventStreamText.WriteStart(body, last);
        await body.FlushAsync(ended);
        while (true)
        {
            // A call that is left behind ends with its patience.
            var page = await queries.AwaitEventsAsync(last, PageSize, heartbeat).WaitAsync(ended);
            if (!await reader.IsStillLetInAsync())
            {
                return;
            }

            Write(body, json, [.. page.Where(reader.Sees)]);
            await body.FlushAsync(ended);
            last = page.IsEmpty ? last : page[^1].Sequence;
        }
    }

    private static void Write(PipeWriter body, Utf8JsonWriter json, ImmutableArray<RecordedEvent> page)
    {
        var shape = (JsonTypeInfo<EventResponse>)ApiJson.Options.GetTypeInfo(typeof(EventResponse));
        foreach (var recorded in page)
        {
            EventStreamText.WriteHead(body, recorded);
            JsonSerializer.Serialize(json, recorded.ToResponse(), shape);
            json.Flush();
            json.Reset();
            EventStreamText.WriteEnd(body);
        }

        if (page.IsEmpty)
        {
            EventStreamText.WriteHeartbeat(body);
        }
    }
}
