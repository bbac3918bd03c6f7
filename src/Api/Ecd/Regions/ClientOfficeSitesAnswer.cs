namespace Wuying.Api.Ecd.Regions;

internal sealed record ClientOfficeSitesAnswer(IReadOnlyList<ClientOfficeSiteAnswer> OfficeSites);
