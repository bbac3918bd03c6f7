namespace Wuying.Api.Ecd.Desktops;

internal sealed record CreateDesktopsAnswer(IReadOnlyList<string> DesktopId);
