using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Json;
using Wuying.Api.Requests;
using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>Sessions of browsers.</summary>
internal static class AccessSessionEndpoints
{
    private static readonly Permission[] Permissions = [Permission.Read, Permission.Operate, Permission.ChangeSettings, Permission.ManageKeys];

    public static void MapAccessSession(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/session").WithTags("Access").WithMetadata(UnrecordedRequest.Mark);
        group.MapGet("/", Get).WithName("GetSession").WithSummary("Who calls, and what they may do")
            .WithDescription("By a session or by HTTP Basic; while there are no keys, whoever is at this machine.");
        group.MapPost("/", BeginAsync).WithName("BeginSession").WithSummary("Begins a session with an access key")
            .WithDescription("For browsers: answers with a cookie that scripts cannot read, good for twelve hours or until the key is disabled. What changes something is then taken from this service's own pages only.");
        group.MapDelete("/", End).WithName("EndSession").WithSummary("Ends the session")
            .WithDescription("Forgets the cookie. Without a session it is success, too.");
    }

    private static Ok<SessionResponse> Get(HttpContext context) => TypedResults.Ok(ToResponse(context.Caller()));

    private static async Task<Results<Ok<SessionResponse>, ProblemHttpResult>> BeginAsync(
        BeginSessionRequest request, Authentication authentication, SessionCookie sessions, HttpContext context)
    {
        var (caller, refused) = await authentication.CheckAsync(context, request.AccessKeyId, request.AccessKeySecret);
        if (caller is not { KeyId: { } keyId })
        {
            return refused!;
        }

        sessions.Begin(context, keyId);
        return TypedResults.Ok(ToResponse(caller));
    }

    private static NoContent End(HttpContext context)
    {
        SessionCookie.End(context);
        return TypedResults.NoContent();
    }

    private static SessionResponse ToResponse(Caller caller) => new(
        caller.KeyId,
        Words<Role>.Of(caller.Role),
        caller.Regions is { } regions ? [.. regions.Select(region => region.Value)] : null,
        [.. Permissions.Where(caller.May).Select(Words<Permission>.Of)]);
}
