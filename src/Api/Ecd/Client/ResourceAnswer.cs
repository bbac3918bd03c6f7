namespace Wuying.Api.Ecd.Client;

/// <remarks>
/// <c>HasUpgrade</c>: true while an update is on offer.
/// <c>FotaUpdate</c>: only when the call asks for it.
/// </remarks>
internal sealed record ResourceAnswer(
    string ResourceId,
    string ResourceName,
    string ResourceType,
    string ProductType,
    string ResourceStatus,
    string ResourceSessionStatus,
    string RegionId,
    string LocalName,
    string OfficeSiteId,
    bool HasUpgrade,
    IReadOnlyList<ResourceSessionAnswer> Sessions,
    OfferedUpdateAnswer? FotaUpdate);
