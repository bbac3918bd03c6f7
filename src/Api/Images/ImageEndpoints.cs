using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Images;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Images;

/// <summary>One image, and what may be done with it while it is being updated (R11).</summary>
internal static class ImageEndpoints
{
    private const string DuringUpdate = "During an update the old version is used, and the answer carries the warning OutdatedImageUsed (R11).";

    public static void MapImages(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/images/{imageId}").WithTags("Images");
        group.MapGet("/", GetAsync).WithName("GetImage").WithSummary("One image")
            .WithDescription("The provider's images have the same id in several regions: ?regionId= says which is meant.");
        group.MapPatch("/", RenameAsync).WithName("ChangeImage").WithSummary("Renames an image").WithDescription(DuringUpdate);
        group.MapPost("/update", UpdateAsync).WithName("UpdateImage").WithSummary("Updates a custom image")
            .WithDescription("Takes about 15 minutes; until then the old version stays in force (R11).");
        group.MapPost("/share", ShareAsync).WithName("ShareImage").WithSummary("Shares an image with an account").WithDescription(DuringUpdate);
        group.MapPost("/copy", CopyAsync).WithName("CopyImage").WithSummary("Copies an image under a new name").WithDescription(DuringUpdate);
    }

    private static async Task<Results<Ok<ImageResponse>, ProblemHttpResult>> GetAsync(string imageId, string? regionId, ImageDirectory images, HttpContext context) =>
        await FindAsync(imageId, regionId, images, context) is { } image ? TypedResults.Ok(image.ToResponse()) : NotFound(imageId);

    private static Task<Results<Ok<ImageResponse>, ProblemHttpResult>> RenameAsync(
        string imageId, string? regionId, NameImageRequest request, ImageDirectory images, Cluster cluster, HttpContext context) =>
        ChangeAsync(imageId, regionId, images, cluster, context, grain => grain.RenameAsync(request.Name, context.RequestedBy()));

    private static Task<Results<Ok<ImageResponse>, ProblemHttpResult>> ShareAsync(
        string imageId, string? regionId, ShareImageRequest request, ImageDirectory images, Cluster cluster, HttpContext context) =>
        ChangeAsync(imageId, regionId, images, cluster, context, grain => grain.ShareAsync(request.AccountId, context.RequestedBy()));

    private static async Task<Results<Ok<ImageResponse>, ProblemHttpResult>> ChangeAsync(
        string imageId, string? regionId, ImageDirectory images, Cluster cluster, HttpContext context, Func<ICustomImageGrain, Task<Answer>> change)
    {
        if (await FindAsync(imageId, regionId, images, context) is not { } image)
        {
            return NotFound(imageId);
        }

        var grain = cluster.Image(image.Id);
        var answer = await change(grain);
        return answer.Rejection is { } refused
            ? refused.ToProblem()
            : TypedResults.Ok((await grain.GetAsync() ?? image).ToWarnedResponse());
    }

    private static async Task<Results<Accepted<ImageResponse>, ProblemHttpResult>> UpdateAsync(
        string imageId, string? regionId, UpdateImageRequest request, ImageDirectory images, Cluster cluster, HttpContext context)
    {
        if (await FindAsync(imageId, regionId, images, context) is not { } image || await cluster.FindRegionAsync(image.RegionId.Value) is not { } region)
        {
            return NotFound(imageId);
        }

        if (VersionReader.TargetOf(region, request.Version) is not { } target)
        {
            return VersionReader.NotFound(region, request.Version);
        }

        var grain = cluster.Image(image.Id);
        var answer = await grain.UpdateAsync(target, context.RequestedBy());
        return answer.Rejection is { } refused
            ? refused.ToProblem()
            : TypedResults.Accepted($"/api/v1/images/{imageId}", (await grain.GetAsync() ?? image).ToResponse() with { Warnings = [] });
    }

    private static async Task<Results<Created<ImageResponse>, ProblemHttpResult>> CopyAsync(
        string imageId, string? regionId, NameImageRequest request, ImageDirectory images, Cluster cluster, HttpContext context)
    {
        if (await FindAsync(imageId, regionId, images, context) is not { } source)
        {
            return NotFound(imageId);
        }

        var copy = new CustomImage
        {
            Id = ImageKeys.KeyOf(context.NewId("m-"), ImageType.Custom, source.RegionId),
            Name = request.Name,
            RegionId = source.RegionId,
            Type = ImageType.Custom,
            CurrentVersion = source.CurrentVersion,
            UsesOutdatedImage = source.Status is ImageStatus.Updating,
        };
        var answer = await cluster.Image(copy.Id).RegisterAsync(copy, context.RequestedBy());
        return answer.Rejection is { } refused
            ? refused.ToProblem()
            : TypedResults.Created($"/api/v1/images/{copy.Id}", copy.ToResponse() with { Warnings = ImageMapping.WarningsFor(source) });
    }

    private static async Task<CustomImage?> FindAsync(string imageId, string? regionId, ImageDirectory images, HttpContext context) =>
        await images.FindAsync(imageId, regionId is null ? null : new RegionId(regionId), context.Caller());

    private static ProblemHttpResult NotFound(string imageId) =>
        RejectionProblems.Problem(RejectionCode.ImageNotFound, $"No image has the id {imageId}.");
}
