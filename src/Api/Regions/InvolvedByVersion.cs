using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Regions;

/// <summary>What can be updated to a version (R3).</summary>
internal static class InvolvedByVersion
{
    public static async Task<Results<Ok<PageResponse<InvolvedImageResponse>>, ProblemHttpResult>> ListImagesAsync(
        string regionId, string version, [AsParameters] PageQuery page, Cluster cluster)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        var (region, older, problem) = await ReadAsync(regionId, version, errors, cluster);
        if (problem is not null)
        {
            return problem;
        }

        var images = older.IsEmpty
            ? new Page<CustomImage>([], null)
            : await cluster.Queries.ListImagesAsync(region, ImageType.Custom, older, after, limit);
        return TypedResults.Ok(images.ToResponse(image => new InvolvedImageResponse(
            ImageKeys.PublicIdOf(image).Value, image.Name, image.Status, image.CurrentVersion.Number)));
    }

    public static async Task<Results<Ok<PageResponse<InvolvedComputerResponse>>, ProblemHttpResult>> ListComputersAsync(
        string regionId, string version, [AsParameters] PageQuery page, Cluster cluster)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        var (region, older, problem) = await ReadAsync(regionId, version, errors, cluster);
        if (problem is not null)
        {
            return problem;
        }

        var computers = older.IsEmpty
            ? new Page<CloudComputer>([], null)
            : await cluster.Queries.ListComputersAsync(new ComputerFilter { RegionId = region, Versions = older }, after, limit);
        return TypedResults.Ok(computers.ToResponse(computer => new InvolvedComputerResponse(
            computer.Id.Value,
            computer.Name,
            computer.OfficeNetworkId,
            computer.CurrentVersion.Number,
            computer.PendingUpdate?.ToResponse(),
            computer.Operation?.ToResponse())));
    }

    private static async Task<(RegionId Region, ImmutableArray<ImageVersion> Older, ProblemHttpResult? Problem)> ReadAsync(
        string regionId, string version, InputErrors errors, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return (default, [], RegionEndpoints.NotFound(regionId));
        }

        if (VersionReader.TargetOf(region, version) is not { } target)
        {
            return (default, [], VersionReader.NotFound(region, version));
        }

        if (!errors.IsEmpty)
        {
            return (default, [], errors.ToProblem());
        }

        var counts = await cluster.Queries.CountVersionsAsync(region.Id);
        return (region.Id, [.. InvolvedCounts.Older(target, counts).Select(count => count.Version)], null);
    }
}
