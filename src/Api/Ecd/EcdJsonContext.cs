using System.Text.Json.Serialization;
using Wuying.Api.Ecd.Client;
using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Fota;
using Wuying.Api.Ecd.Images;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Regions;
using Wuying.Api.Ecd.Sessions;
using Wuying.Api.Ecd.Snapshots;
using Wuying.Api.Ecd.Tags;

namespace Wuying.Api.Ecd;

/// <summary>The answers of all actions: members are named as the product names them, and what there is no value for is left out.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ClientOfficeSitesAnswer))]
[JsonSerializable(typeof(ClientRegionsAnswer))]
[JsonSerializable(typeof(ClientSnapshotsAnswer))]
[JsonSerializable(typeof(ConnectionTicketAnswer))]
[JsonSerializable(typeof(CreateDesktopsAnswer))]
[JsonSerializable(typeof(CreateSnapshotAnswer))]
[JsonSerializable(typeof(DescribeDesktopInfoAnswer))]
[JsonSerializable(typeof(DescribeDesktopSessionsAnswer))]
[JsonSerializable(typeof(DescribeDesktopsAnswer))]
[JsonSerializable(typeof(DescribeFotaAutoPushAnswer))]
[JsonSerializable(typeof(DescribeFotaPendingDesktopsAnswer))]
[JsonSerializable(typeof(DescribeFotaProgressAnswer))]
[JsonSerializable(typeof(DescribeFotaQuotaAnswer))]
[JsonSerializable(typeof(DescribeFotaTasksAnswer))]
[JsonSerializable(typeof(DescribeGlobalDesktopsAnswer))]
[JsonSerializable(typeof(DescribeImagePermissionAnswer))]
[JsonSerializable(typeof(DescribeImagesAnswer))]
[JsonSerializable(typeof(DescribeOfficeSitesAnswer))]
[JsonSerializable(typeof(DescribeRegionsAnswer))]
[JsonSerializable(typeof(DescribeSnapshotsAnswer))]
[JsonSerializable(typeof(DescribeUserConnectionRecordsAnswer))]
[JsonSerializable(typeof(DescribeUserResourcesAnswer))]
[JsonSerializable(typeof(DisconnectDesktopSessionsAnswer))]
[JsonSerializable(typeof(EmptyAnswer))]
[JsonSerializable(typeof(FotaScheduleAnswer))]
[JsonSerializable(typeof(GetLoginTokenAnswer))]
[JsonSerializable(typeof(ImageIdAnswer))]
[JsonSerializable(typeof(ListTagResourcesAnswer))]
[JsonSerializable(typeof(RefreshLoginTokenAnswer))]
internal sealed partial class EcdJsonContext : JsonSerializerContext;
