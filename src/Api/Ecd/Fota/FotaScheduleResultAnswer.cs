namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>Code</c>: <c>success</c>, or why not.
/// <c>Message</c>: the same in a sentence; left out on success.
/// </remarks>
internal sealed record FotaScheduleResultAnswer(string DesktopId, string Code, string? Message);
