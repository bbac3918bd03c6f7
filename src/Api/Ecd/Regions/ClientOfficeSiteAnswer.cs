namespace Wuying.Api.Ecd.Regions;

internal sealed record ClientOfficeSiteAnswer(string OfficeSiteId);
