using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;

namespace Wuying.Api.Ecd.Client;

[Ignored(
    "AccessType", "AutoRefresh", "ClientType", "ClientVersion", "DualCenterForward", "Language", "LoginRegionId", "OrderBy", "QueryDesktopDurationList",
    "QueryDesktopTimers", "RefreshFotaUpdate", "Scene", "SortType")]
[Refused("CategoryId", "CategoryType", "ProtocolType")]
internal sealed record DescribeUserResourcesRequest : LoggedOnRequest, IResourceFilter
{
    public string? SearchRegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? ResourceIds { get; init; }

    public string? ResourceName { get; init; }

    public IReadOnlyList<string>? ResourceTypes { get; init; }

    public IReadOnlyList<string>? ProductTypes { get; init; }

    public IReadOnlyList<string>? OfficeSiteIds { get; init; }

    public bool QueryFotaUpdate { get; init; }

    [Range(1, 500)]
    public int MaxResults { get; init; } = 500;

    public string? NextToken { get; init; }

    IReadOnlyList<string>? IResourceFilter.Ids => ResourceIds;

    string? IResourceFilter.Name => ResourceName;
}
