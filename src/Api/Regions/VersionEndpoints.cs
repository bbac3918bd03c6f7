using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Regions;
using Wuying.Domain.Images;

namespace Wuying.Api.Regions;

/// <summary>A region's update catalogue (R2–R4).</summary>
internal static class VersionEndpoints
{
    public static void MapVersions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions/{regionId}/versions").WithTags("Versions");
        group.MapGet("/", ListAsync).WithName("ListVersions").WithSummary("The update catalogue, newest first")
            .WithDescription("With the custom images and computers that can be updated to each version (R3).");
        group.MapPost("/", PublishAsync).WithName("PublishVersion").WithSummary("Publishes a version")
            .WithDescription("The same one again, word for word, is success (R32).");
        group.MapGet("/{version}", GetAsync).WithName("GetVersion").WithSummary("One version with its release notes")
            .WithDescription("latest is the version published last.");
        group.MapGet("/{version}/images", InvolvedByVersion.ListImagesAsync).WithName("ListInvolvedImages")
            .WithSummary("The custom images that can be updated to a version").WithDescription("R3.");
        group.MapGet("/{version}/computers", InvolvedByVersion.ListComputersAsync).WithName("ListInvolvedComputers")
            .WithSummary("The cloud computers that can be updated to a version").WithDescription("R3.");
    }

    private static async Task<Results<Ok<PageResponse<VersionResponse>>, ProblemHttpResult>> ListAsync(
        string regionId, [AsParameters] PageQuery page, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var counts = await cluster.Queries.CountVersionsAsync(region.Id);
        var newestFirst = region.Catalogue.Reverse().ToImmutableArray();
        return TypedResults.Ok(newestFirst.ToPage(
            entry => entry.Version.Number, after, limit, entry => entry.ToResponse(region.Id, InvolvedCounts.Of(region, entry.Version, counts))));
    }

    private static async Task<Results<Ok<VersionResponse>, ProblemHttpResult>> GetAsync(string regionId, string version, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        if (VersionReader.EntryOf(region, version) is not { } entry)
        {
            return VersionReader.NotFound(region, version);
        }

        var counts = InvolvedCounts.Of(region, entry.Version, await cluster.Queries.CountVersionsAsync(region.Id));
        return TypedResults.Ok(entry.ToResponse(region.Id, counts) with { ReleaseNotes = entry.ReleaseNotes });
    }

    private static async Task<Results<Created<VersionResponse>, Ok<VersionResponse>, ProblemHttpResult>> PublishAsync(
        string regionId, PublishVersionRequest request, Cluster cluster, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var version = ReadVersion(request, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var notes = request.ReleaseNotes.ToImmutableSortedDictionary(StringComparer.Ordinal);
        var answer = await cluster.Region(region.Id).PublishAsync(version, request.PackageSizeBytes, notes, context.RequestedBy());
        if (answer.Rejection is { } refused)
        {
            return refused.ToProblem();
        }

        var read = await GetAsync(regionId, version.Number, cluster);
        return (read.Result, answer.Outcome) switch
        {
            (Ok<VersionResponse> same, AnswerOutcome.Unchanged) => same,
            (Ok<VersionResponse> made, _) => TypedResults.Created($"/api/v1/regions/{regionId}/versions/{version}", made.Value),
            _ => VersionReader.NotFound(region, version.Number),
        };
    }

    private static ImageVersion ReadVersion(PublishVersionRequest request, InputErrors errors)
    {
        if (!ImageVersion.TryParse(request.Version, out var version))
        {
            errors.Add("version", "Not a version number, such as 2.7.0-R-20231020.101500.");
        }

        if (request.ReleaseNotes.Count > PublishVersionRequest.LanguagesMax)
        {
            errors.Add("releaseNotes", $"At most {PublishVersionRequest.LanguagesMax} languages.");
        }

        foreach (var (language, note) in request.ReleaseNotes)
        {
            if (language.Length is < 2 or > 16 || note is null)
            {
                errors.Add("releaseNotes", "By language, such as en or zh, each with a text.");
            }
        }

        return version;
    }
}
