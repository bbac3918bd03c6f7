using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Tests.Ecd;

/// <summary>For every action a call that succeeds on <see cref="EcdFleet"/>.</summary>
internal static class ActionSamples
{
    public const string Client = "client-1";

    private static readonly (string Name, string Value) Region = ("RegionId", EcdFleet.Here);

    private static readonly Dictionary<(string Version, string Action), (string Name, string Value)[]> Own = new()
    {
        [(EcdVersions.Administrator, "DescribeRegions")] = [],
        [(EcdVersions.Administrator, "DescribeOfficeSites")] = [],
        [(EcdVersions.Administrator, "DescribeImages")] = [],
        [(EcdVersions.Administrator, "CreateImage")] = [("DesktopId", EcdFleet.Free), ("ImageName", "golden2")],
        [(EcdVersions.Administrator, "CopyImage")] = [("ImageId", EcdFleet.Image), ("DestinationRegionId", EcdFleet.Elsewhere), ("DestinationImageName", "copy1")],
        [(EcdVersions.Administrator, "ModifyImageAttribute")] = [("ImageId", EcdFleet.Image), ("Name", "silver"), ("Description", "For the lab")],
        [(EcdVersions.Administrator, "ModifyImagePermission")] = [("ImageId", EcdFleet.Image), ("AddAccount.1", "1002"), ("RemoveAccount.1", "1001")],
        [(EcdVersions.Administrator, "DescribeImagePermission")] = [("ImageId", EcdFleet.Image)],
        [(EcdVersions.Administrator, "DeleteImages")] = [("ImageId.1", EcdFleet.Image)],
        [(EcdVersions.Administrator, "UpdateImageFota")] = [("ImageId", EcdFleet.Image), ("AppVersion", EcdFleet.New)],
        [(EcdVersions.Administrator, "DescribeDesktops")] = [("QueryFotaUpdate", "true")],
        [(EcdVersions.Administrator, "DescribeDesktopInfo")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.Administrator, "CreateDesktops")] = [("Amount", "2"), ("DesktopAttachment.ImageId", EcdFleet.Image), ("OfficeSiteId", "cn-hangzhou+dir-1"), ("DesktopName", "new")],
        [(EcdVersions.Administrator, "DeleteDesktops")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.Administrator, "StartDesktops")] = [("DesktopId.1", EcdFleet.Stopped)],
        [(EcdVersions.Administrator, "StopDesktops")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.Administrator, "RebootDesktops")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.Administrator, "DescribeFotaTasks")] = [],
        [(EcdVersions.Administrator, "UpdateFotaTask")] = [("TaskUid", EcdFleet.TaskUid), ("UserStatus", "Running")],
        [(EcdVersions.Administrator, "DescribeFotaPendingDesktops")] = [("TaskUid", EcdFleet.TaskUid)],
        [(EcdVersions.Administrator, "ApproveFotaUpdate")] = [("DesktopId", EcdFleet.Free), ("AppVersion", EcdFleet.New)],
        [(EcdVersions.Administrator, "ModifyFotaAutoPush")] = [("AutoPush", "true")],
        [(EcdVersions.Administrator, "DescribeFotaAutoPush")] = [],
        [(EcdVersions.Administrator, "CreateFotaSchedule")] = [("DesktopId.1", EcdFleet.Free), ("AppVersion", EcdFleet.New), ("Date", "2023-10-26")],
        [(EcdVersions.Administrator, "CancelFotaSchedule")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.Administrator, "DescribeFotaProgress")] = [],
        [(EcdVersions.Administrator, "DescribeFotaQuota")] = [],
        [(EcdVersions.Administrator, "CreateSnapshot")] = [("DesktopId", EcdFleet.Free), ("SnapshotName", "before-update"), ("SourceDiskType", "system")],
        [(EcdVersions.Administrator, "DescribeSnapshots")] = [],
        [(EcdVersions.Administrator, "DeleteSnapshot")] = [("SnapshotId.1", $"{EcdFleet.Free}-s1")],
        [(EcdVersions.Administrator, "ResetSnapshot")] = [("SnapshotId", $"{EcdFleet.Stopped}-s1")],
        [(EcdVersions.Administrator, "DescribeDesktopSessions")] = [],
        [(EcdVersions.Administrator, "DisconnectDesktopSessions")] = [("Sessions.1.DesktopId", EcdFleet.Used), ("Sessions.1.EndUserId", "alice")],
        [(EcdVersions.Administrator, "DescribeUserConnectionRecords")] = [("DesktopGroupId", "dg-1"), ("EndUserId", "alice")],
        [(EcdVersions.Administrator, "GetConnectionTicket")] = [("DesktopId", EcdFleet.Free)],
        [(EcdVersions.Administrator, "TagResources")] = [("ResourceType", "ALIYUN::GWS::INSTANCE"), ("ResourceId.1", EcdFleet.Free), ("Tag.1.Key", "floor"), ("Tag.1.Value", "2")],
        [(EcdVersions.Administrator, "UntagResources")] = [("ResourceType", "ALIYUN::GWS::INSTANCE"), ("ResourceId.1", EcdFleet.Free), ("TagKey.1", "team")],
        [(EcdVersions.Administrator, "ListTagResources")] = [("ResourceType", "ALIYUN::GWS::INSTANCE")],
        [(EcdVersions.EndUser, "DescribeRegions")] = [],
        [(EcdVersions.EndUser, "DescribeOfficeSites")] = [],
        [(EcdVersions.EndUser, "GetLoginToken")] = [("CurrentStage", "ADPassword"), ("EndUserId", "alice"), ("Password", EcdApi.Password)],
        [(EcdVersions.EndUser, "RefreshLoginToken")] = [("EndUserId", "alice")],
        [(EcdVersions.EndUser, "DescribeGlobalDesktops")] = [("QueryFotaUpdate", "true")],
        [(EcdVersions.EndUser, "DescribeUserResources")] = [("QueryFotaUpdate", "true")],
        [(EcdVersions.EndUser, "ApproveFotaUpdate")] = [("DesktopId", EcdFleet.Offered), ("AppVersion", EcdFleet.New)],
        [(EcdVersions.EndUser, "GetConnectionTicket")] = [("DesktopId", EcdFleet.Free)],
        [(EcdVersions.EndUser, "StartDesktops")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.EndUser, "StopDesktops")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.EndUser, "RebootDesktops")] = [("DesktopId.1", EcdFleet.Free)],
        [(EcdVersions.EndUser, "DescribeSnapshots")] = [],
        [(EcdVersions.EndUser, "ResetSnapshot")] = [("SnapshotId", $"{EcdFleet.Free}-s1"), ("StopDesktop", "true")],
    };

    /// <summary>The call's parameters; those of end users who have logged on have their token among them.</summary>
    public static (string Name, string Value)[] Of(EcdAction action, string? loginToken)
    {
        (string Name, string Value)[] client = action.Version is EcdVersions.EndUser ? [("ClientId", Client)] : [];
        (string Name, string Value)[] login = typeof(Wuying.Api.Ecd.Client.ILoggedOnRequest).IsAssignableFrom(action.Request) ? [("LoginToken", loginToken ?? "")] : [];
        (string Name, string Value)[] region = typeof(IRegionalRequest).IsAssignableFrom(action.Request) ? [Region] : [];
        return [.. region, .. client, .. login, .. Own[(action.Version, action.Name)]];
    }
}
