using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
using Wuying.Api.EndUsers;
using Wuying.Api.Fleet;
using Wuying.Api.Fleet.Export;
using Wuying.Api.Fleet.Import;
using Wuying.Api.Images;
using Wuying.Api.Paging;
using Wuying.Api.Quotas;
using Wuying.Api.Regions;
using Wuying.Api.Simulation;
using Wuying.Api.Snapshots;
using Wuying.Api.Updates;

namespace Wuying.Api.Json;

/// <summary>Everything the API reads and writes, known at compile time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AcceptUpdateRequest))]
[JsonSerializable(typeof(AccessKeyResponse))]
[JsonSerializable(typeof(AdvanceClockRequest))]
[JsonSerializable(typeof(BeginSessionRequest))]
[JsonSerializable(typeof(BulkAnswersResponse))]
[JsonSerializable(typeof(CancelUpdatesRequest))]
[JsonSerializable(typeof(ChangeRegionRequest))]
[JsonSerializable(typeof(ClockResponse))]
[JsonSerializable(typeof(ConnectRequest))]
[JsonSerializable(typeof(ComputerLine))]
[JsonSerializable(typeof(ComputerResponse))]
[JsonSerializable(typeof(CreateAccessKeyRequest))]
[JsonSerializable(typeof(CreateComputersRequest))]
[JsonSerializable(typeof(CreateComputersResponse))]
[JsonSerializable(typeof(CreateImageRequest))]
[JsonSerializable(typeof(CreateSnapshotRequest))]
[JsonSerializable(typeof(FleetSummaryResponse))]
[JsonSerializable(typeof(HttpValidationProblemDetails))]
[JsonSerializable(typeof(IDictionary<string, string[]>))]
[JsonSerializable(typeof(ImageLine))]
[JsonSerializable(typeof(ImportResponse))]
[JsonSerializable(typeof(LogOnResponse))]
[JsonSerializable(typeof(NameImageRequest))]
[JsonSerializable(typeof(OperationResponse))]
[JsonSerializable(typeof(PageResponse<AccessKeyResponse>))]
[JsonSerializable(typeof(PageResponse<ComputerResponse>))]
[JsonSerializable(typeof(PageResponse<EventResponse>))]
[JsonSerializable(typeof(PageResponse<ImageResponse>))]
[JsonSerializable(typeof(PageResponse<InvolvedComputerResponse>))]
[JsonSerializable(typeof(PageResponse<InvolvedImageResponse>))]
[JsonSerializable(typeof(PageResponse<NotificationResponse>))]
[JsonSerializable(typeof(PageResponse<QuotaDayResponse>))]
[JsonSerializable(typeof(PageResponse<RegionResponse>))]
[JsonSerializable(typeof(PageResponse<SnapshotResponse>))]
[JsonSerializable(typeof(PageResponse<VersionResponse>))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(PublishVersionRequest))]
[JsonSerializable(typeof(PushRequest))]
[JsonSerializable(typeof(RegionLine))]
[JsonSerializable(typeof(RestoreSnapshotRequest))]
[JsonSerializable(typeof(SessionResponse))]
[JsonSerializable(typeof(SetPasswordRequest))]
[JsonSerializable(typeof(ShareImageRequest))]
[JsonSerializable(typeof(SteerClockRequest))]
[JsonSerializable(typeof(UpdateImageRequest))]
[JsonSerializable(typeof(UpdatesOfDayResponse))]
[JsonSerializable(typeof(UpdatesRequest))]
[JsonSerializable(typeof(VersionLine))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
