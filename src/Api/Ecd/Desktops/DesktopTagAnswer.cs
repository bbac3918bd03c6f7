namespace Wuying.Api.Ecd.Desktops;

internal sealed record DesktopTagAnswer(string Key, string Value);
