namespace Wuying.Api.Ecd.Regions;

internal sealed record OfficeSiteAnswer(string OfficeSiteId, long DesktopCount);
