using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Tags;

namespace Wuying.Api.Ecd.Desktops;

[Ignored("FillResourceGroup", "FilterDesktopGroup", "IncludeAutoSnapshotPolicy")]
[Refused(
    "BusinessChannel", "ChargeType", "DesktopGroupId", "DesktopType", "ExpiredTime", "GpuInstanceGroupId", "GroupId", "MultiResource", "OfficeSiteName",
    "OsTypes", "PolicyGroupId", "ProtocolType", "QosRuleId", "ResourceGroupId", "SnapshotPolicyId", "SubPayType", "UserName",
    UnlessFalse = ["OnlyDesktopGroup"])]
internal sealed record DescribeDesktopsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? DesktopId { get; init; }

    public string? DesktopName { get; init; }

    public string? DesktopStatus { get; init; }

    public IReadOnlyList<string>? DesktopStatusList { get; init; }

    public string? OfficeSiteId { get; init; }

    public string? DirectoryId { get; init; }

    public IReadOnlyList<string>? ImageId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? EndUserId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? ExcludedEndUserId { get; init; }

    [AllowedValues(DesktopWords.NoFlag, DesktopWords.Updating, "Migrating")]
    public string? ManagementFlag { get; init; }

    [Length(1, 20)]
    public IReadOnlyList<TagParameter>? Tag { get; init; }

    public bool QueryFotaUpdate { get; init; }

    [Range(1, 100)]
    public int? MaxResults { get; init; }

    public string? NextToken { get; init; }

    [Range(1, 1_000_000)]
    public int? PageNumber { get; init; }

    [Range(1, 100)]
    public int? PageSize { get; init; }

    /// <summary>True for pages by number; a token, or a number of results, means pages by token.</summary>
    internal bool IsByNumber => MaxResults is null && NextToken is null && (PageNumber is not null || PageSize is not null);
}
