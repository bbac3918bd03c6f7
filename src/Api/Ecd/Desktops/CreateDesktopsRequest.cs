using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Tags;

namespace Wuying.Api.Ecd.Desktops;

[Ignored(
    "AppRuleId", "AutoPay", "AutoRenew", "ChannelCookie", "ChargeType", "DesktopMemberIp", "ExtendInfo", "Hostname", "MonthDesktopSetting", "OuPath", "Period", "PeriodUnit",
    "PolicyGroupId", "PromotionId", "PurchaseOptions", "QosRuleId", "ResellerOwnerUid", "ResourceGroupId", "SavingPlanId", "SubPayType", "SubnetId", "UserName", "VpcId")]
[Refused(
    "BundleId", "BundleModels", "DesktopTimers", "DirectoryId", "GroupId", "SnapshotPolicyId", "TimerGroupId", "UserCommands", "VolumeEncryptionKey",
    UnlessFalse = ["VolumeEncryptionEnabled"])]
internal sealed record CreateDesktopsRequest : IRegionalRequest
{
    public const string AllUsers = "ALL";
    public const string OneUserEach = "PER_USER";

    [Required]
    public string? RegionId { get; init; }

    [Range(1, 300)]
    public int Amount { get; init; } = 1;

    [StringLength(64, MinimumLength = 1)]
    public string? DesktopName { get; init; }

    public bool DesktopNameSuffix { get; init; } = true;

    [Required]
    public DesktopAttachmentParameter? DesktopAttachment { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? EndUserId { get; init; }

    [StringLength(128, MinimumLength = 1)]
    public string? OfficeSiteId { get; init; }

    [Length(1, 20)]
    public IReadOnlyList<TagParameter>? Tag { get; init; }

    [AllowedValues(AllUsers, OneUserEach)]
    public string UserAssignMode { get; init; } = AllUsers;
}
