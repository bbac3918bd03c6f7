namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>Status</c>: a number; left out for states that the product has none for.
/// </remarks>
internal sealed record FotaPendingDesktopAnswer(
    string DesktopId,
    string DesktopName,
    string CurrentAppVersion,
    string OfficeSiteId,
    int? Status,
    IReadOnlyList<FotaPendingSessionAnswer> Sessions);
