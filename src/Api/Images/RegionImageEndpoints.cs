using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Domain.Images;

namespace Wuying.Api.Images;

/// <summary>The images of a region.</summary>
internal static class RegionImageEndpoints
{
    public static void MapRegionImages(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions/{regionId}/images").WithTags("Images");
        group.MapGet("/", ListAsync).WithName("ListImages").WithSummary("The images of a region")
            .WithDescription("Of one type with ?type=custom, system or shared.");
        group.MapPost("/", CreateAsync).WithName("CreateImage").WithSummary("Makes an image")
            .WithDescription("At a version number as the product writes it, or latest.");
    }

    private static async Task<Results<Ok<PageResponse<ImageResponse>>, ProblemHttpResult>> ListAsync(
        string regionId, [AsParameters] PageQuery page, string? type, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        var wanted = default(ImageType);
        if (type is not null && !Words<ImageType>.TryRead(type, out wanted))
        {
            errors.Add("type", $"One of {Words<ImageType>.All}.");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var images = await cluster.Queries.ListImagesAsync(region.Id, type is null ? null : wanted, versions: null, after, limit);
        return TypedResults.Ok(images.ToResponse(ImageMapping.ToResponse));
    }

    private static async Task<Results<Created<ImageResponse>, ProblemHttpResult>> CreateAsync(
        string regionId, CreateImageRequest request, Cluster cluster, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var version = VersionReader.Resolve(region, request.Version);
        if (version is null)
        {
            return request.Version is VersionReader.Latest
                ? VersionReader.NotFound(region, request.Version)
                : InputErrors.Problem("version", "Not a version number, such as 2.7.0-R-20231020.101500.");
        }

        var type = request.Type is { } word && Words<ImageType>.TryRead(word, out var read) ? read : ImageType.Custom;
        var image = new CustomImage
        {
            Id = ImageKeys.KeyOf(context.NewId("m-"), type, region.Id),
            Name = request.Name,
            RegionId = region.Id,
            Type = type,
            CurrentVersion = version.Value,
        };
        var answer = await cluster.Image(image.Id).RegisterAsync(image, context.RequestedBy());
        return answer.Rejection is { } refused
            ? refused.ToProblem()
            : TypedResults.Created($"/api/v1/images/{ImageKeys.PublicIdOf(image)}", image.ToResponse());
    }
}
