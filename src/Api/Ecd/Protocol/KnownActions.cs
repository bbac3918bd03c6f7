using System.Collections.Frozen;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>Actions that the product has and this project does not: whoever calls one is told so, and not that it does not exist.</summary>
internal static class KnownActions
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByVersion = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        [EcdVersions.Administrator] = ((string[])
        [
            "ActivateOfficeSite", "AddFilePermission", "AddUserToDesktopGroup", "ApplyAutoSnapshotPolicy", "BindConfigGroup", "CancelAutoSnapshotPolicy", "CancelCopyImage",
            "CreateADConnectorOfficeSite", "CreateAutoSnapshotPolicy", "CreateBundle", "CreateConfigGroup", "CreateDesktopGroup", "CreateSimpleOfficeSite", "CreateTemplate",
            "DeleteAutoSnapshotPolicy", "DeleteBundles", "DeleteConfigGroup", "DeleteDesktopGroup", "DeleteOfficeSites", "DeleteTemplates", "DescribeAutoSnapshotPolicy",
            "DescribeBundles", "DescribeClientEvents", "DescribeConfigGroup", "DescribeDesktopGroupSessions", "DescribeDesktopGroups", "DescribeDesktopTypes",
            "DescribeDesktopsInGroup", "DescribeEcdReportTasks", "DescribeGlobalTimerBatches", "DescribeGlobalTimerRecords", "DescribeImageModifiedRecords", "DescribeInvocations",
            "DescribeTemplates", "DescribeTimerGroup", "DescribeUsersInGroup", "DisableDesktopsInGroup", "ExportDesktopGroupInfo", "GetAsyncTask", "GetDesktopGroupDetail",
            "HibernateDesktops", "ListCdsFiles", "ListOfficeSiteUsers", "MigrateImageProtocol", "ModifyAutoSnapshotPolicy", "ModifyConfigGroup", "ModifyDesktopGroup",
            "ModifyDesktopName", "ModifyDesktopTimer", "ModifyDesktopsPolicyGroup", "ModifyEntitlement", "ModifyOfficeSiteAttribute", "ModifyTemplate", "ModifyTemplateBaseInfo",
            "ModifyTimerGroup", "ModifyUserEntitlement", "ModifyUserToDesktopGroup", "QueryHistoryAvgMetricList", "RebuildDesktops", "RemoveFilePermission",
            "RemoveUserFromDesktopGroup", "RenewDesktopGroup", "ResetDesktops", "RunCommand", "SetDesktopGroupScaleTimer", "SetDesktopGroupTimer", "SetDesktopGroupTimerStatus",
            "SetDesktopMaintenance", "SetUserProfilePathRules", "TransferTaskApprovalCallback", "UnbindConfigGroup", "UploadImage", "WakeupDesktops",
        ]).ToFrozenSet(StringComparer.Ordinal),
        [EcdVersions.EndUser] = ((string[])
        [
            "ChangePassword", "DeleteFingerPrintTemplate", "DescribeDirectories", "DescribeFingerPrintTemplates", "EncryptPassword", "GetCloudDriveServiceMountToken",
            "QueryEdsAgentReportConfig", "ReportEdsAgentInfo", "ReportSessionStatus", "ResetPassword", "SendTokenCode", "SetFingerPrintTemplate",
            "SetFingerPrintTemplateDescription", "StartRecordContent", "StopRecordContent", "UnbindUserDesktop", "VerifyCredential",
        ]).ToFrozenSet(StringComparer.Ordinal),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsKnown(string version, string action) => ByVersion.GetValueOrDefault(version)?.Contains(action) ?? false;

    /// <summary>The actions of a version that are not implemented.</summary>
    public static IEnumerable<string> NotImplemented(string version) => ByVersion[version].Order(StringComparer.Ordinal);
}
