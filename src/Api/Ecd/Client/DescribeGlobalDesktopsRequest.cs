using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;

namespace Wuying.Api.Ecd.Client;

[Ignored("DesktopAccessType", "Language", "LoginRegionId", "OrderBy", "SortType", "WithoutLatency")]
internal sealed record DescribeGlobalDesktopsRequest : LoggedOnRequest, IResourceFilter
{
    /// <summary>Where the product answers from; it answers for all regions.</summary>
    public string? RegionId { get; init; }

    public string? SearchRegionId { get; init; }

    [Length(1, 20)]
    public IReadOnlyList<string>? DesktopId { get; init; }

    public string? DesktopName { get; init; }

    public string? DesktopStatus { get; init; }

    public string? OfficeSiteId { get; init; }

    public string? DirectoryId { get; init; }

    public string? Keyword { get; init; }

    public bool QueryFotaUpdate { get; init; }

    [Range(1, 500)]
    public int MaxResults { get; init; } = 10;

    public string? NextToken { get; init; }

    IReadOnlyList<string>? IResourceFilter.Ids => DesktopId;

    string? IResourceFilter.Name => DesktopName;

    IReadOnlyList<string>? IResourceFilter.OfficeSiteIds => (OfficeSiteId ?? DirectoryId) is { } site ? [site] : null;
}
