using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Json;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;

namespace Wuying.Api.EndUsers;

/// <summary>What end users see and decide (R8–R10).</summary>
internal static class EndUserEndpoints
{
    public static void MapEndUsers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/users/{userId}").WithTags("End users");
        group.MapPost("/log-on", LogOnAsync).WithName("LogOn").WithSummary("A user's client starts")
            .WithDescription("Answers what the user is told, newest first, and the user's computers; what is told now is no longer new at the next log-on (R8).");
        group.MapGet("/notifications", ListAsync).WithName("ListNotifications").WithSummary("What a user was told, newest first")
            .WithDescription("At most 100. Reading them here does not make them seen.");
        group.MapPost("/computers/{computerId}/accept-update", AcceptAsync).WithName("AcceptUpdate").WithSummary("Accepts the update offered for a computer")
            .WithDescription("Now: a snapshot is taken, the update follows, and nobody can connect until it ends. Later: at that time, or when nobody is connected within twelve hours after it (R9). Can be said anew until the update starts.");
        group.MapPost("/computers/{computerId}/decline-update", DeclineAsync).WithName("DeclineUpdate").WithSummary("Declines the update offered for a computer")
            .WithDescription("Declining twice is success (R8).");
        group.MapPut("/password", SetPasswordAsync).WithName("SetPassword").WithSummary("Gives a user a password")
            .WithDescription("In the place of any that was there. It is kept as a slow hash; nobody can look it up.");
    }

    private static async Task<Results<Ok<LogOnResponse>, ProblemHttpResult>> LogOnAsync(string userId, Cluster cluster) =>
        await cluster.EndUser(new UserId(userId)).LogOnAsync() is { } shown ? TypedResults.Ok(shown.ToResponse()) : NotFound(userId);

    private static async Task<Results<Ok<PageResponse<NotificationResponse>>, ProblemHttpResult>> ListAsync(
        string userId, [AsParameters] PageQuery page, Cluster cluster, HttpContext context)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        return (await cluster.EndUser(new UserId(userId)).GetNotificationsAsync())?.SeenBy(context.Caller()) is { } shown
            ? TypedResults.Ok(shown.ToNotifications().ToPage(told => told.NotificationId, after, limit, told => told))
            : NotFound(userId);
    }

    private static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> AcceptAsync(
        string userId, string computerId, AcceptUpdateRequest request, Cluster cluster, HttpContext context)
    {
        var acceptance = new OfferAcceptance(new UserId(userId), DelayOf(request.When), StateOf(request.StateAfterwards))
        {
            RequestedBy = context.Caller().KeyId,
        };
        return await AnswerAsync(await cluster.Computer(new CloudComputerId(computerId)).AcceptUpdateAsync(acceptance), computerId, cluster);
    }

    private static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> DeclineAsync(
        string userId, string computerId, Cluster cluster, HttpContext context) => await AnswerAsync(
            await cluster.Computer(new CloudComputerId(computerId)).DeclineUpdateAsync(new UserId(userId), context.Caller().KeyId), computerId, cluster);

    private static async Task<Results<NoContent, ProblemHttpResult>> SetPasswordAsync(
        string userId, SetPasswordRequest request, Cluster cluster, IUserPasswords passwords, HttpContext context)
    {
        var user = new UserId(userId);
        if (await cluster.EndUser(user).GetNotificationsAsync() is null)
        {
            return NotFound(userId);
        }

        await passwords.SetAsync(user, request.Password, context.RequestedBy());
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> AnswerAsync(Answer answer, string computerId, Cluster cluster) =>
        answer.Rejection is { } refused ? refused.ToProblem() : await ComputerEndpoints.FindAsync(computerId, cluster);

    private static TimeSpan DelayOf(string when) => when switch
    {
        "in4Hours" => TimeSpan.FromHours(4),
        "in8Hours" => TimeSpan.FromHours(8),
        "in12Hours" => TimeSpan.FromHours(12),
        _ => TimeSpan.Zero,
    };

    private static StateAfterwards StateOf(string? word) =>
        word is not null && Words<StateAfterwards>.TryRead(word, out var state) ? state : StateAfterwards.AsBefore;

    private static ProblemHttpResult NotFound(string userId) =>
        RejectionProblems.Problem(RejectionCode.UserNotFound, $"Nobody with the id {userId} is assigned to a cloud computer, or was told anything.");
}
