using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Api.CloudComputers;

/// <summary>A cloud computer.</summary>
public record ComputerResponse(
    string ComputerId,
    string Name,
    string RegionId,
    string OfficeNetworkId,
    string ImageId,
    ImageType ImageType,
    string CurrentVersion,
    CloudComputerStatus Status,
    ConnectionState Connection,
    string? ConnectedUserId,
    IReadOnlyList<string> AssignedUserIds,
    bool UsesOutdatedImage,
    IReadOnlyDictionary<string, string> Tags,
    PendingUpdateResponse? PendingUpdate,
    OperationInProgressResponse? Operation,
    LastUpdateResponse? LastUpdate);
