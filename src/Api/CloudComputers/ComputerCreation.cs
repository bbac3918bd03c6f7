using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Api.Updates;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.CloudComputers;

/// <summary>Makes computers from an image.</summary>
internal static class ComputerCreation
{
    public static async Task<Results<Created<CreateComputersResponse>, ProblemHttpResult>> CreateAsync(
        string regionId, CreateComputersRequest request, Cluster cluster, ImageDirectory images, IOptions<WaveOptions> waves, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        if (request.AssignedUserIds?.All(RouteIds.IsId) is false)
        {
            return InputErrors.Problem("assignedUserIds", "One of them is not spelled like a user's id.");
        }

        if (await images.FindAsync(request.ImageId, region.Id, context.Caller()) is not { } image || image.RegionId != region.Id)
        {
            return RejectionProblems.Problem(RejectionCode.ImageNotFound, $"{regionId} has no image {request.ImageId}.");
        }

        var items = await MakeAllAsync(request, region.Id, image, cluster, waves.Value.UpdateWaveSize, context);
        var response = new CreateComputersResponse(items, ImageMapping.WarningsFor(image));
        return items.FirstOrDefault(item => item.Outcome is not AnswerOutcome.Rejected) is { } first
            ? TypedResults.Created($"/api/v1/computers/{first.ComputerId}", response)
            : RejectionProblems.Problem(items[0].Code ?? RejectionCode.InvalidRequest, items[0].Message ?? "No computer was made.");
    }

    private static async Task<BulkAnswerResponse[]> MakeAllAsync(
        CreateComputersRequest request, RegionId region, CustomImage image, Cluster cluster, int waveSize, HttpContext context)
    {
        var from = image with { Id = ImageKeys.PublicIdOf(image) };
        var items = new List<BulkAnswerResponse>(request.HowMany);
        foreach (var wave in Enumerable.Range(1, request.HowMany).Chunk(waveSize))
        {
            items.AddRange(await Task.WhenAll(wave.Select(number => MakeAsync(Wanted(request, number, region, from, context)))));
        }

        return [.. items];

        async Task<BulkAnswerResponse> MakeAsync(CloudComputer wanted) =>
            (await cluster.Computer(wanted.Id).CreateAsync(wanted, from, context.RequestedBy())).ToResponse(wanted.Id);
    }

    private static CloudComputer Wanted(CreateComputersRequest request, int number, RegionId region, CustomImage from, HttpContext context) => new()
    {
        Id = new CloudComputerId(context.NewId("ecd-", number)),
        Name = request.HowMany == 1 ? request.Name : string.Create(CultureInfo.InvariantCulture, $"{request.Name}-{number:D4}"),
        RegionId = region,
        OfficeNetworkId = request.OfficeNetworkId ?? $"{region}+dir-default",
        ImageId = from.Id,
        ImageType = from.Type,
        CurrentVersion = from.CurrentVersion,
        Status = CloudComputerStatus.Creating,
        AssignedUserIds = [.. (request.AssignedUserIds ?? []).Distinct(StringComparer.Ordinal).Select(user => new UserId(user))],
    };
}
