using System.Text.Json.Serialization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Grains.Fleet;

/// <summary>The facts that are written as JSON, with serializers made at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ComputerRegistered))]
[JsonSerializable(typeof(ComputerReimported))]
[JsonSerializable(typeof(ComputerDeleted))]
[JsonSerializable(typeof(UserConnected))]
[JsonSerializable(typeof(UserDisconnected))]
[JsonSerializable(typeof(UpdateRequested))]
[JsonSerializable(typeof(UpdateOffered))]
[JsonSerializable(typeof(OfferRenewed))]
[JsonSerializable(typeof(OfferWithdrawn))]
[JsonSerializable(typeof(OfferAccepted))]
[JsonSerializable(typeof(OfferDeclined))]
[JsonSerializable(typeof(UpdateSuperseded))]
[JsonSerializable(typeof(UpdateCancelled))]
[JsonSerializable(typeof(UpdateDelayed))]
[JsonSerializable(typeof(UpdateStarted))]
[JsonSerializable(typeof(UpdateSucceeded))]
[JsonSerializable(typeof(UpdateFailed))]
[JsonSerializable(typeof(UpdateMissed))]
[JsonSerializable(typeof(SnapshotStarted))]
[JsonSerializable(typeof(SnapshotCompleted))]
[JsonSerializable(typeof(SnapshotFailed))]
[JsonSerializable(typeof(SnapshotDeleted))]
[JsonSerializable(typeof(ComputerTagged))]
[JsonSerializable(typeof(OperationStarted))]
[JsonSerializable(typeof(OperationSucceeded))]
[JsonSerializable(typeof(OperationFailed))]
[JsonSerializable(typeof(ImageRegistered))]
[JsonSerializable(typeof(ImageUpdateStarted))]
[JsonSerializable(typeof(ImageUpdateSucceeded))]
[JsonSerializable(typeof(ImageUpdateFailed))]
[JsonSerializable(typeof(ImageRenamed))]
[JsonSerializable(typeof(ImageDescribed))]
[JsonSerializable(typeof(ImageShared))]
[JsonSerializable(typeof(ImageUnshared))]
[JsonSerializable(typeof(ImageDeleted))]
[JsonSerializable(typeof(RegionAdded))]
[JsonSerializable(typeof(RegionImported))]
[JsonSerializable(typeof(VersionPublished))]
[JsonSerializable(typeof(AutomaticPushSet))]
[JsonSerializable(typeof(PushStarted))]
[JsonSerializable(typeof(PushStopped))]
[JsonSerializable(typeof(DailyUpdateQuotaSet))]
internal sealed partial class FleetEventJsonContext : JsonSerializerContext;
