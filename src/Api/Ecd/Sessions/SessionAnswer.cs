namespace Wuying.Api.Ecd.Sessions;

internal sealed record SessionAnswer(
    string DesktopId,
    string DesktopName,
    string EndUserId,
    string OfficeSiteId,
    string SessionStatus,
    string SessionStartTime,
    string? SessionEndTime);
