namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>NewAppVersion</c>: empty when nothing newer is on offer; then what follows is left out.
/// <c>Size</c>: in bytes.
/// </remarks>
internal sealed record FotaUpdateAnswer(
    string CurrentAppVersion, string NewAppVersion, string? ReleaseNote, string? ReleaseNoteEn, string? ReleaseNoteJp, long? Size);
