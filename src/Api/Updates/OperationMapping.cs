using Wuying.Contracts.Fleet;

namespace Wuying.Api.Updates;

/// <summary>From the domain's bulk operation to the API's.</summary>
internal static class OperationMapping
{
    public static OperationResponse ToResponse(this BulkOperation operation) => new(
        operation.Id,
        operation.RegionId.Value,
        operation.FinishedAt is null ? OperationState.Running : OperationState.Finished,
        operation.Total,
        operation.Accepted,
        operation.Rejected,
        operation.Remaining,
        operation.RejectedByCode,
        operation.StartedAt,
        operation.FinishedAt);
}
