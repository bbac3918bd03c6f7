using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Api.Images;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Tags;

namespace Wuying.Api.CloudComputers;

/// <summary>Makes computers from an image.</summary>
internal static class ComputerCreation
{
    public static async Task<Results<Created<CreateComputersResponse>, ProblemHttpResult>> CreateAsync(
        string regionId, CreateComputersRequest request, Cluster cluster, ImageDirectory images, ComputerMaker maker, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        if (request.AssignedUserIds?.All(RouteIds.IsId) is false)
        {
            return InputErrors.Problem("assignedUserIds", "One of them is not spelled like a user's id.");
        }

        if (request.Tags?.Any(tag => tag.Value is null || TagRules.WhyNot(new Tag(tag.Key, tag.Value)) is not null) is true)
        {
            return InputErrors.Problem("tags", "One of them cannot be a tag: keys have 1 to 128 characters, values up to 128.");
        }

        if (await images.FindAsync(request.ImageId, region.Id, context.Caller()) is not { } image || image.RegionId != region.Id)
        {
            return RejectionProblems.Problem(RejectionCode.ImageNotFound, $"{regionId} has no image {request.ImageId}.");
        }

        var wanted = Enumerable.Range(1, request.HowMany).Select(number => Wanted(request, number, region.Id, image, context)).ToArray();
        var items = await maker.MakeAsync(wanted, image, context.RequestedBy());
        var response = new CreateComputersResponse(items, ImageMapping.WarningsFor(image));
        return items.FirstOrDefault(item => item.Outcome is not AnswerOutcome.Rejected) is { } first
            ? TypedResults.Created($"/api/v1/computers/{first.ComputerId}", response)
            : RejectionProblems.Problem(items[0].Code ?? RejectionCode.InvalidRequest, items[0].Message ?? "No computer was made.");
    }

    private static CloudComputer Wanted(CreateComputersRequest request, int number, RegionId region, CustomImage image, HttpContext context) => new()
    {
        Id = new CloudComputerId(context.NewId("ecd-", number)),
        Name = request.HowMany == 1 ? request.Name : string.Create(CultureInfo.InvariantCulture, $"{request.Name}-{number:D4}"),
        RegionId = region,
        OfficeNetworkId = request.OfficeNetworkId ?? $"{region}+dir-default",
        ImageId = image.Id,
        ImageType = image.Type,
        CurrentVersion = image.CurrentVersion,
        Status = CloudComputerStatus.Creating,
        AssignedUserIds = [.. (request.AssignedUserIds ?? []).Distinct(StringComparer.Ordinal).Select(user => new UserId(user))],
        Tags = TagRules.Merge((request.Tags ?? ImmutableDictionary<string, string>.Empty).Select(tag => new Tag(tag.Key, tag.Value))),
    };
}
