using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>Takes a fleet in (decision 0006).</summary>
internal static class ImportEndpoint
{
    public static async Task<Results<Ok<ImportResponse>, ProblemHttpResult>> ImportAsync(
        string? regionId, Cluster cluster, IOptions<WaveOptions> waves, HttpContext context)
    {
        if (regionId is not null && ProductRegion.Find(new RegionId(regionId)) is null)
        {
            return InputErrors.Problem("regionId", "No region of the product has this id.");
        }

        if (!IsTaken(context.Request.ContentType))
        {
            return RejectionProblems.Problem(
                RejectionCode.InvalidRequest,
                "Send the body as application/json or application/x-ndjson.",
                StatusCodes.Status415UnsupportedMediaType);
        }

        var isLines = context.Request.ContentType?.Contains("ndjson", StringComparison.OrdinalIgnoreCase) is true;
        var import = new FleetImport(cluster, waves.Value.ImportWaveSize, context.RequestedBy(), regionId is null ? null : new RegionId(regionId));
        var response = await import.RunAsync(ImportReader.ReadAsync(context.Request.BodyReader, isLines, context.RequestAborted));
        return response is { Complete: false, Computers.Read: 0, Images.Read: 0, Regions.Read: 0 }
            ? InputErrors.Problem("body", response.Errors[0].Message)
            : TypedResults.Ok(response);
    }

    /// <summary>Describes the body. Saying it to the router would make it refuse what the handler takes.</summary>
    public static Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new() { Schema = new OpenApiSchema { Description = "A page of DescribeDesktops or DescribeImages, or an array of pages." } },
                [NdjsonResult.ContentType] = new() { Schema = new OpenApiSchema { Description = "A line of an export, or a computer of this API, each." } },
            },
        };
        return Task.CompletedTask;
    }

    // Tools send some of these when nobody tells them otherwise; the content says what it is.
    private static bool IsTaken(string? contentType)
    {
        var type = contentType?.Split(';')[0].Trim();
        return type is null or "" || type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
    }
}
