using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Problems;

/// <summary>The one table from refusal to HTTP.</summary>
internal static class RejectionProblems
{
    private static readonly FrozenDictionary<RejectionCode, RejectionProblem> Table = new (RejectionCode Code, int Status, string Title)[]
    {
        (RejectionCode.ComputerNotFound, StatusCodes.Status404NotFound, "There is no such cloud computer."),
        (RejectionCode.RegionNotFound, StatusCodes.Status404NotFound, "There is no such region."),
        (RejectionCode.VersionNotFound, StatusCodes.Status404NotFound, "The region's catalogue has no such version."),
        (RejectionCode.ImageNotFound, StatusCodes.Status404NotFound, "There is no such image."),
        (RejectionCode.SnapshotNotFound, StatusCodes.Status404NotFound, "The cloud computer has no such snapshot."),
        (RejectionCode.UserNotFound, StatusCodes.Status404NotFound, "There is no such user."),
        (RejectionCode.InvalidRequest, StatusCodes.Status400BadRequest, "The request is not valid."),
        (RejectionCode.ComputerNotRunning, StatusCodes.Status409Conflict, "The cloud computer is not running."),
        (RejectionCode.ComputerConnected, StatusCodes.Status409Conflict, "A user is connected to the cloud computer."),
        (RejectionCode.ComputerBusy, StatusCodes.Status409Conflict, "The cloud computer is busy with another operation."),
        (RejectionCode.UpdateInProgress, StatusCodes.Status409Conflict, "The cloud computer is being updated."),
        (RejectionCode.AlreadyUpToDate, StatusCodes.Status409Conflict, "The version is not newer than the current one."),
        (RejectionCode.DateTooSoon, StatusCodes.Status422UnprocessableEntity, "The day is too soon to be picked."),
        (RejectionCode.DateTooFar, StatusCodes.Status422UnprocessableEntity, "The day is too far ahead to be picked."),
        (RejectionCode.DailyQuotaExceeded, StatusCodes.Status409Conflict, "The day's update quota is used up."),
        (RejectionCode.NoPendingUpdate, StatusCodes.Status409Conflict, "The cloud computer has no pending update."),
        (RejectionCode.SnapshotMissing, StatusCodes.Status409Conflict, "The update's snapshot is not there yet."),
        (RejectionCode.SnapshotFailed, StatusCodes.Status409Conflict, "The snapshot could not be made."),
        (RejectionCode.SnapshotNotUsable, StatusCodes.Status409Conflict, "The snapshot cannot be restored from."),
        (RejectionCode.ComputerNotStopped, StatusCodes.Status409Conflict, "The cloud computer is not stopped."),
        (RejectionCode.ImageUpdateInProgress, StatusCodes.Status409Conflict, "The image is being updated."),
        (RejectionCode.AutomaticPushEnabled, StatusCodes.Status409Conflict, "Automatic push is on."),
        (RejectionCode.NotOffered, StatusCodes.Status409Conflict, "Nothing is offered for the cloud computer."),
        (RejectionCode.NotEntitled, StatusCodes.Status403Forbidden, "The user is not assigned to the cloud computer."),
        (RejectionCode.WindowTooShort, StatusCodes.Status409Conflict, "Too little of the update window is left."),
        (RejectionCode.WindowClosed, StatusCodes.Status409Conflict, "The update window has ended."),
        (RejectionCode.UpdateFailed, StatusCodes.Status409Conflict, "The update failed."),
        (RejectionCode.Superseded, StatusCodes.Status409Conflict, "A newer request took its place."),
        (RejectionCode.CancelledByRequest, StatusCodes.Status409Conflict, "It was cancelled."),
        (RejectionCode.OutcomeUnknown, StatusCodes.Status504GatewayTimeout, "It is not known whether the request took effect."),
    }.ToFrozenDictionary(row => row.Code, row => new RejectionProblem(row.Status, UrnOf(row.Code), row.Title));

    /// <summary>How a refusal looks in HTTP.</summary>
    public static RejectionProblem Of(RejectionCode code) => Table[code];

    /// <summary>The answer to a refused request.</summary>
    public static ProblemHttpResult ToProblem(this Rejection rejection) => Problem(rejection.Code, rejection.Message);

    /// <summary>The answer to a request refused by the Api itself; another status than the table's where no code says it better.</summary>
    public static ProblemHttpResult Problem(RejectionCode code, string detail, int? status = null, IDictionary<string, string[]>? errors = null)
    {
        var problem = Of(code);
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = code.ToString() };
        if (errors is { Count: > 0 })
        {
            extensions["errors"] = errors;
        }

        return TypedResults.Problem(detail, instance: null, status ?? problem.Status, problem.Title, problem.Type, extensions);
    }

    private static string UrnOf(RejectionCode code) => "urn:wuying:problem:" + JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());
}
