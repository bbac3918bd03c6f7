namespace Wuying.Api.Ecd.Sessions;

internal sealed record InvalidSessionAnswer(string DesktopId, string EndUserId);
