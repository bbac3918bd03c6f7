using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>Works a bulk operation off in waves; resumes after a crash. Key: the operation's id. Called by the Api, and by regions for their pushes.</summary>
[Alias("wuying.IBulkOperationGrain")]
public interface IBulkOperationGrain : IGrainWithStringKey
{
    /// <summary>Freezes the set and begins. Asking again with the same key has no second effect.</summary>
    /// <returns>The operation, as soon as its set is durable.</returns>
    [Alias("begin")]
    Task<BulkOperation> BeginAsync(RegionId region, ComputerFilter filter, BulkCommand command);

    /// <summary>Works off the next waves; sent by the grain to itself, and at start-up.</summary>
    [Alias("continue")]
    Task ContinueAsync();
}
