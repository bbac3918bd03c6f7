namespace Wuying.Api.Ecd.Desktops;

/// <remarks>
/// <c>NewAppVersion</c>: left out, like what follows, when nothing newer is on offer.
/// <c>NewAppSize</c>: in bytes.
/// </remarks>
internal sealed record DesktopInfoAnswer(
    string DesktopId,
    string DesktopStatus,
    string ConnectionStatus,
    IReadOnlyList<string> ManagementFlag,
    string CurrentAppVersion,
    string? NewAppVersion,
    long? NewAppSize,
    string? ReleaseNote);
