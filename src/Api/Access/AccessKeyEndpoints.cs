using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Contracts.Access;
using Wuying.Domain.Access;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Access;

/// <summary>Access keys.</summary>
internal static class AccessKeyEndpoints
{
    public static void MapAccessKeys(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/access-keys").WithTags("Access");
        group.MapGet("/", ListAsync).WithName("ListAccessKeys").WithSummary("All access keys, oldest first")
            .WithDescription("Those that were disabled, too. Never with their secrets.");
        group.MapPost("/", CreateAsync).WithName("CreateAccessKey").WithSummary("Makes an access key")
            .WithDescription("The answer shows the secret this once. With the first key the service stops serving whoever is at its machine without one: make an administrator's first.");
        group.MapDelete("/{accessKeyId}", DisableAsync).WithName("DisableAccessKey").WithSummary("Disables an access key for good")
            .WithDescription("It stops working here at once, and everywhere within five seconds. Disabling twice is success.");
    }

    private static async Task<Results<Ok<PageResponse<AccessKeyResponse>>, ProblemHttpResult>> ListAsync([AsParameters] PageQuery page, IAccessStore store)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var directory = await store.ReadKeysAsync(knownRevision: -1) ?? AccessKeyDirectory.Empty;
        return TypedResults.Ok(directory.Entries.ToPage(entry => entry.Key.Id, after, limit, entry => entry.Key.ToResponse()));
    }

    private static async Task<Results<Created<AccessKeyResponse>, ProblemHttpResult>> CreateAsync(
        CreateAccessKeyRequest request, AccessKeyMaker maker, AccessKeys keys, ILogger<AccessKeys> logger, HttpContext context)
    {
        if (request.Regions?.Any(region => region is null || ProductRegion.Find(new RegionId(region)) is null) is true)
        {
            return InputErrors.Problem("regions", "One of them is no region of the product.");
        }

        // A secret is shown once: not again to who repeats the request.
        context.Features.Set(UnsettledAnswer.Mark);
        var (made, refused) = await maker.MakeAsync(request.ToKey(context.NewId(AccessKeySecrets.IdPrefix), context.RequestedBy()));
        if (made is null)
        {
            return RejectionProblems.Problem(refused!.Code, refused.Message, StatusCodes.Status409Conflict);
        }

        logger.KeyMade(made.Key.Id, made.Key.Role, made.Key.CreatedBy);
        await keys.RefreshAsync();
        return TypedResults.Created($"/api/v1/access-keys/{made.Key.Id}", made.Key.ToResponse() with { AccessKeySecret = made.Secret });
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DisableAsync(
        string accessKeyId, IAccessStore store, AccessKeys keys, ILogger<AccessKeys> logger, HttpContext context)
    {
        if (!RouteIds.IsId(accessKeyId) || await store.DisableKeyAsync(accessKeyId, context.RequestedBy()) is null)
        {
            return RejectionProblems.Problem(RejectionCode.InvalidRequest, "No access key has this id.", StatusCodes.Status404NotFound);
        }

        logger.KeyDisabled(accessKeyId, context.RequestedBy());
        await keys.RefreshAsync();
        return TypedResults.NoContent();
    }
}
