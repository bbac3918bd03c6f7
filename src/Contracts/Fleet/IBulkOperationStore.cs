using System.Collections.Immutable;

namespace Wuying.Contracts.Fleet;

/// <summary>Where bulk operations and their items are kept.</summary>
public interface IBulkOperationStore
{
    /// <summary>Stores an operation and freezes its set, in one transaction. One that is stored already is returned as it is.</summary>
    Task<BulkOperation> CreateOperationAsync(BulkOperation operation, ComputerFilter filter);

    /// <summary>The next items without an answer, in order.</summary>
    Task<ImmutableArray<BulkItem>> TakeUnansweredAsync(string id, int limit);

    /// <summary>Stores answers and adds them to the counts, in one transaction; when none remain, stamps the end.</summary>
    /// <returns>The operation afterwards.</returns>
    Task<BulkOperation> RecordAnswersAsync(string id, ImmutableArray<BulkItem> answered, DateTimeOffset now);

    /// <summary>Operations that have not ended: to be resumed at start-up.</summary>
    Task<ImmutableArray<string>> ListUnfinishedAsync();
}
