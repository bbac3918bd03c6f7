using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
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

    private static async Task<Results<Ok<PageResponse<AccessKeyResponse>>, ProblemHttpResult>> ListAsync([AsParameters] PageQuery page, Cluster cluster)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var directory = await cluster.Access().ReadKeysAsync(knownRevision: -1) ?? AccessKeyDirectory.Empty;
        return TypedResults.Ok(directory.Entries.ToPage(entry => entry.Key.Id, after, limit, entry => entry.Key.ToResponse()));
    }

    private static async Task<Results<Created<AccessKeyResponse>, ProblemHttpResult>> CreateAsync(
        CreateAccessKeyRequest request, Cluster cluster, AccessKeyMaker maker, AccessKeys keys, HttpContext context)
    {
        if (request.Regions?.Any(region => region is null || ProductRegion.Find(new RegionId(region)) is null) is true)
        {
            return InputErrors.Problem("regions", "One of them is no region of the product.");
        }

        // A secret is shown once: not again to who repeats the request.
        context.Features.Set(UnsettledAnswer.Mark);
        var (made, refused) = await maker.MakeAsync(cluster.Access(), ToKey(request, context));
        if (made is null)
        {
            return RejectionProblems.Problem(refused!.Code, refused.Message, StatusCodes.Status409Conflict);
        }

        await keys.RefreshAsync();
        return TypedResults.Created($"/api/v1/access-keys/{made.Key.Id}", made.Key.ToResponse() with { AccessKeySecret = made.Secret });
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DisableAsync(string accessKeyId, Cluster cluster, AccessKeys keys, HttpContext context)
    {
        if (!RouteIds.IsId(accessKeyId) || await cluster.Access().DisableKeyAsync(accessKeyId, context.RequestedBy()) is null)
        {
            return RejectionProblems.Problem(RejectionCode.InvalidRequest, "No access key has this id.", StatusCodes.Status404NotFound);
        }

        await keys.RefreshAsync();
        return TypedResults.NoContent();
    }

    private static AccessKey ToKey(CreateAccessKeyRequest request, HttpContext context) => new()
    {
        Id = context.NewId(AccessKeySecrets.IdPrefix),
        Name = request.Name,
        Role = Words<Role>.TryRead(request.Role, out var role) ? role : Role.Unspecified,
        Regions = request.Regions is { } regions ? [.. regions.Distinct(StringComparer.Ordinal).Select(region => new RegionId(region))] : null,
        CreatedAt = default,
        CreatedBy = context.RequestedBy(),
    };
}
