namespace Wuying.Api.Ecd.Fota;

internal sealed record FotaTaskAnswer(
    string TaskUid,
    string AppVersion,
    string PublishTime,
    long Size,
    string Status,
    string? ReleaseNote,
    long PendingCustomImageCount,
    long PendingDesktopCount);
