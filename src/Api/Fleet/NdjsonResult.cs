using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Wuying.Api.CloudComputers;
using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Fleet;

/// <summary>Writes computers as they come, one JSON object a line; neither side ever holds them all.</summary>
internal sealed class NdjsonResult(IAsyncEnumerable<CloudComputer> computers) : IResult, IEndpointMetadataProvider
{
    public const string ContentType = "application/x-ndjson";

    private const int FlushBytes = 64 * 1024;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ContentType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancelled = httpContext.RequestAborted;
        await using var reader = computers.GetAsyncEnumerator(cancelled);

        // The first item is fetched before anything is sent, so that a store that cannot answer is still a proper problem.
        var any = await reader.MoveNextAsync();
        httpContext.Response.ContentType = ContentType;
        var body = httpContext.Response.BodyWriter;
        var shape = (JsonTypeInfo<ComputerResponse>)ApiJson.Options.GetTypeInfo(typeof(ComputerResponse));
        await using var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        while (any)
        {
            JsonSerializer.Serialize(writer, reader.Current.ToResponse(), shape);
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
