using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.Fleet.Export;
using Wuying.Api.Fleet.Import;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet;

/// <summary>The whole fleet: in, out, and counted.</summary>
internal static class FleetEndpoints
{
    public static void MapFleet(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/fleet").WithTags("Fleet");
        group.MapPost("/import", ImportEndpoint.ImportAsync).WithName("ImportFleet").WithSummary("Imports a fleet")
            .WithDescription("The JSON answer of DescribeDesktops or DescribeImages, one page or an array of pages, or NDJSON: lines of an export, or computers of this API. One bad row hinders no other; every one is told by line. The same rows again change nothing.")
            .WithMetadata(new StreamedBody())
            .AddOpenApiOperationTransformer(ImportEndpoint.DescribeBodyAsync);
        group.MapGet("/export", ExportAsync).WithName("ExportFleet").WithSummary("Streams the fleet as NDJSON")
            .WithDescription("What import reads back to the same fleet: a line each for regions (kind region), their published versions (kind version), images (kind image) and computers (no kind: the shape of GET /computers/{id}, with snapshots and internals). With ?kind=computers, or regions, or images, only those. Deleted computers are left out.");
        group.MapGet("/summary", SummarizeAsync).WithName("SummarizeFleet").WithSummary("The fleet counted")
            .WithDescription("By status, connection, version, pending state and reason; of one region with ?regionId=.");
    }

    private static async Task<Results<NdjsonResult, ProblemHttpResult>> ExportAsync(
        string? regionId, [Description("regions, images or computers; all when left out.")] string? kind, Cluster cluster, HttpContext context)
    {
        if (regionId is not null && await cluster.FindRegionAsync(regionId) is null)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        ExportKind only = default;
        return kind is null || Words<ExportKind>.TryRead(kind, out only)
            ? new NdjsonResult(FleetExport.StreamAsync(cluster, ScopeOf(regionId, context), kind is null ? null : only))
            : InputErrors.Problem(nameof(kind), $"One of {Words<ExportKind>.All}.");
    }

    private static async Task<Results<Ok<FleetSummaryResponse>, ProblemHttpResult>> SummarizeAsync(string? regionId, Cluster cluster, HttpContext context)
    {
        if (regionId is not null && await cluster.FindRegionAsync(regionId) is null)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var summary = ScopeOf(regionId, context) is { } regions
            ? FleetSummaries.Add(await Task.WhenAll(regions.Select(region => cluster.Queries.SummarizeAsync(region))))
            : await cluster.Queries.SummarizeAsync(region: null);
        return TypedResults.Ok(new FleetSummaryResponse(
            regionId,
            summary.Total,
            summary.ByStatus,
            summary.ByConnection,
            summary.ByVersion,
            summary.ByPendingState,
            summary.ByReason));
    }
    // What the caller does not see was refused when it was named.
    private static ImmutableArray<RegionId>? ScopeOf(string? regionId, HttpContext context) =>
        regionId is null ? context.Caller().Regions : [new RegionId(regionId)];
}
