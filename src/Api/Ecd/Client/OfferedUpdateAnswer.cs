namespace Wuying.Api.Ecd.Client;

/// <remarks>
/// <c>NewAppVersion</c>: what a push offers the user; empty when nothing is on offer, and then what follows is left out.
/// <c>Size</c>: in bytes, as a text.
/// </remarks>
internal sealed record OfferedUpdateAnswer(
    string CurrentAppVersion, string NewAppVersion, string? ReleaseNote, string? ReleaseNoteEn, string? ReleaseNoteJp, string? Size);
