using Wuying.Api.CloudComputers;

namespace Wuying.Api.Regions;

/// <summary>A cloud computer that can be updated to a version (R3).</summary>
public sealed record InvolvedComputerResponse(
    string ComputerId,
    string Name,
    string OfficeNetworkId,
    string CurrentVersion,
    PendingUpdateResponse? PendingUpdate,
    OperationInProgressResponse? Operation);
