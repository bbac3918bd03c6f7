using System.Globalization;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Sqlite;

/// <summary>Bulk operations, for those who ask how far they are.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<BulkOperation?> FindOperationAsync(string id) => store.AskAsync(session => SqliteBulkOperations.FindCounted(session, codec, id));

    public Task<Page<BulkItem>> ListOperationItemsAsync(string id, string? after, int limit)
    {
        var page = SqlitePages.Limit(limit);
        _ = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return store.AskAsync(session => SqlitePages.Of(
            session.Query(
                $"SELECT {SqliteBulkOperations.ItemColumns} FROM bulk_items WHERE operation_id = ? AND number > ? ORDER BY number LIMIT ?",
                SqliteBulkOperations.ItemOf,
                id, number, page + 1),
            page,
            item => item.Number.ToString(CultureInfo.InvariantCulture)));
    }
}
