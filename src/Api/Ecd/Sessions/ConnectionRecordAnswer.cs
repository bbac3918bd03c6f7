namespace Wuying.Api.Ecd.Sessions;

/// <remarks>
/// <c>ConnectDuration</c>: in milliseconds; left out, like the end, while the connection lasts.
/// </remarks>
internal sealed record ConnectionRecordAnswer(
    string ConnectionRecordId, string DesktopId, string DesktopName, string ConnectStartTime, string? ConnectEndTime, string? ConnectDuration);
