using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Regions;

[Refused("AccountType", "OfficeSiteType", "SecurityProtection", "Status", "VpcId")]
internal sealed record DescribeOfficeSitesRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? OfficeSiteId { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 10;

    public string? NextToken { get; init; }
}
