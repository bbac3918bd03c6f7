namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>Reason</c>: the last thing that stood against it, one of the closed list (R33).
/// </remarks>
internal sealed record FotaProgressAnswer(
    string UpdateId,
    string DesktopId,
    string CurrentAppVersion,
    string NewAppVersion,
    string Method,
    string State,
    string? Reason,
    string RequestTime,
    string? StartTime,
    string? EndTime,
    string? SnapshotId);
