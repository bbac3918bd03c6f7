using Wuying.Api.Ecd.Client;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Sessions;

/// <summary>Tickets to connect with. The first call begins a task, which is then asked about until it ends.</summary>
internal static class TicketActions
{
    private const string Running = "RUNNING";
    private const string Finished = "FINISHED";
    private const string Failed = "FAILED";

    public static void MapTickets(this EcdActionTable actions)
    {
        actions.Operate<ConnectionTicketRequest, ConnectionTicketAnswer>("GetConnectionTicket", (request, call) =>
            AnswerAsync(request.DesktopId!, request.EndUserId, request.TaskId, call));
        actions.Client<ClientTicketRequest, ConnectionTicketAnswer>("GetConnectionTicket", (request, call) =>
            AnswerAsync(request.DesktopId!, call.User.Value, request.TaskId, call));
    }

    private static async Task<EcdResult<ConnectionTicketAnswer>> AnswerAsync(string desktopId, string? userId, string? taskId, EcdCall call)
    {
        if (await call.FindComputerAsync(desktopId) is not { } computer)
        {
            return EcdRejections.DesktopNotFound(desktopId);
        }

        if (UserOf(computer, userId) is not { } user)
        {
            return userId is null
                ? GatewayErrors.Missing("EndUserId")
                : new Rejection(RejectionCode.NotEntitled, $"The specified param EndUserId is no user of {computer.Id}.").ToError();
        }

        var promise = new TicketPromise(computer.Id, user);
        var tickets = call.Service<ConnectionTickets>();
        if (taskId is null)
        {
            return new ConnectionTicketAnswer(desktopId, tickets.MakeTask(promise), Running, null, null, null);
        }

        return tickets.ReadTask(taskId) == promise
            ? await ProgressAsync(computer, promise, taskId, call)
            : GatewayErrors.NotFound("InvalidTaskId.NotFound", "The specified param TaskId is no task of this desktop and user, or is over; begin again without one.");
    }

    private static UserId? UserOf(CloudComputer computer, string? userId) => userId is null
        ? computer.AssignedUserIds is [var only] ? only : null
        : computer.AssignedUserIds.Contains(new UserId(userId)) ? new UserId(userId) : null;

    // The rule about connecting says whether the user could do it now.
    private static async Task<EcdResult<ConnectionTicketAnswer>> ProgressAsync(CloudComputer computer, TicketPromise promise, string taskId, EcdCall call)
    {
        var decision = SessionRules.Connect(computer, promise.User, await call.Cluster.GetNowAsync());
        return decision.Rejection switch
        {
            null => new ConnectionTicketAnswer(computer.Id.Value, taskId, Finished, null, null, call.Service<ConnectionTickets>().MakeTicket(promise)),
            { Code: RejectionCode.ComputerBusy } when computer.Status is CloudComputerStatus.Creating or CloudComputerStatus.Starting or CloudComputerStatus.Restarting =>
                new ConnectionTicketAnswer(computer.Id.Value, taskId, Running, null, null, null),
            var refused => new ConnectionTicketAnswer(computer.Id.Value, taskId, Failed, EcdRejections.CodeOf(refused.Code), refused.Message, null),
        };
    }
}
