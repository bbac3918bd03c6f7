using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Wuying.Api.Json;

namespace Wuying.Api.Fleet;

/// <summary>Writes lines as they come, one JSON object each; neither side ever holds them all.</summary>
internal sealed class NdjsonResult(IAsyncEnumerable<object> lines) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/x-ndjson";

    private const int FlushBytes = 64 * 1024;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ContentType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancelled = httpContext.RequestAborted;
        await using var reader = lines.GetAsyncEnumerator(cancelled);

        // The first item is fetched before anything is sent, so that a store that cannot answer is still a proper problem.
        var any = await reader.MoveNextAsync();
        httpContext.Response.ContentType = ContentType;
        var body = httpContext.Response.BodyWriter;
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        while (any)
        {
            JsonSerializer.Serialize(writer, reader.Current, ApiJson.Options.GetTypeInfo(reader.Current.GetType()));
            await writer.FlushAsync(cancelled);
            writer.Reset();
            body.GetSpan(1)[0] = (byte)'\n';
            body.Advance(1);
            if (body.UnflushedBytes >= FlushBytes)
            {
                await body.FlushAsync(cancelled);
            }

            any = await reader.MoveNextAsync();
        }

        await body.FlushAsync(cancelled);
    }
}
