using System.Collections.Frozen;
using Wuying.Api.Hosting;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Ecd.Errors;

/// <summary>The one table from refusal to the codes of the product's API.</summary>
internal static class EcdRejections
{
    private const string IncorrectStatus = "IncorrectDesktopStatus";

    private static readonly FrozenDictionary<RejectionCode, (int Status, string Code)> Table = new Dictionary<RejectionCode, (int, string)>
    {
        [RejectionCode.ComputerNotFound] = (404, "InvalidDesktopId.NotFound"),
        [RejectionCode.RegionNotFound] = (404, "InvalidRegion.NotFound"),
        [RejectionCode.VersionNotFound] = (400, "InvalidAppVersion"),
        [RejectionCode.ImageNotFound] = (404, "InvalidImageId.NotFound"),
        [RejectionCode.SnapshotNotFound] = (404, "InvalidSnapshotId.NotFound"),
        [RejectionCode.UserNotFound] = (404, "InvalidEndUserId.NotFound"),
        [RejectionCode.InvalidRequest] = (400, "InvalidParameter"),
        [RejectionCode.ComputerNotRunning] = (400, IncorrectStatus),
        [RejectionCode.ComputerConnected] = (400, IncorrectStatus),
        [RejectionCode.ComputerBusy] = (400, IncorrectStatus),
        [RejectionCode.UpdateInProgress] = (400, IncorrectStatus),
        [RejectionCode.AlreadyUpToDate] = (400, "InvalidAppVersion"),
        [RejectionCode.DateTooSoon] = (400, "InvalidDate"),
        [RejectionCode.DateTooFar] = (400, "InvalidDate"),
        [RejectionCode.DailyQuotaExceeded] = (400, "QuotaExceeded"),
        [RejectionCode.NoPendingUpdate] = (400, "UnsupportedOperation"),
        [RejectionCode.SnapshotMissing] = (400, IncorrectStatus),
        [RejectionCode.SnapshotFailed] = (400, "IncorrectSnapshotStatus"),
        [RejectionCode.SnapshotNotUsable] = (400, "IncorrectSnapshotStatus"),
        [RejectionCode.ComputerNotStopped] = (400, IncorrectStatus),
        [RejectionCode.ImageUpdateInProgress] = (400, "IncorrectImageStatus"),
        [RejectionCode.AutomaticPushEnabled] = (400, "UnsupportedOperation"),
        [RejectionCode.NotOffered] = (400, "InvalidAppVersion"),
        [RejectionCode.NotEntitled] = (403, "NoPermission"),
        [RejectionCode.WindowTooShort] = (400, "UnsupportedOperation"),
        [RejectionCode.WindowClosed] = (400, "UnsupportedOperation"),
        [RejectionCode.UpdateFailed] = (400, IncorrectStatus),
        [RejectionCode.Superseded] = (400, "UnsupportedOperation"),
        [RejectionCode.CancelledByRequest] = (400, "UnsupportedOperation"),
        [RejectionCode.OutcomeUnknown] = (503, "ServiceUnavailable"),
    }.ToFrozenDictionary();

    /// <summary>A code of the closed list in the product's words.</summary>
    public static string CodeOf(RejectionCode code) => Table[code].Code;

    /// <summary>A refusal as an error.</summary>
    public static EcdError ToError(this Rejection rejection) => new(Table[rejection.Code].Status, Table[rejection.Code].Code, rejection.Message);

    /// <summary>The refusal of a computer, with what it is doing in the product's words.</summary>
    public static EcdError ToError(this Rejection rejection, CloudComputer? computer) => rejection.ToError() switch
    {
        { Code: IncorrectStatus } error when computer is not null => error with
        {
            Message = $"The current status of the desktop does not support this operation: {Desktops.DesktopWords.StateOf(computer)}. {rejection.Message}",
        },
        var error => error,
    };

    public static EcdError RegionNotFound(string id) => NotFound(RejectionCode.RegionNotFound, "RegionId", id);

    public static EcdError DesktopNotFound(string? id) => NotFound(RejectionCode.ComputerNotFound, "DesktopId", id);

    public static EcdError ImageNotFound(string? id) => NotFound(RejectionCode.ImageNotFound, "ImageId", id);

    public static EcdError SnapshotNotFound(string? id) => NotFound(RejectionCode.SnapshotNotFound, "SnapshotId", id);

    public static EcdError VersionNotFound(string? version) =>
        GatewayErrors.Bad(CodeOf(RejectionCode.VersionNotFound), $"The specified param AppVersion {RouteIds.Shorten(version ?? "")} is no version of this region.");

    public static EcdError TaskNotFound(string? id) => GatewayErrors.NotFound("InvalidTaskUid.NotFound", $"The specified param TaskUid {RouteIds.Shorten(id ?? "")} is not found.");

    private static EcdError NotFound(RejectionCode code, string parameter, string? id) =>
        GatewayErrors.NotFound(CodeOf(code), $"The specified param {parameter} {RouteIds.Shorten(id ?? "")} is not found.");
}
