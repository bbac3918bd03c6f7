using System.Globalization;
using Wuying.Contracts.Fleet;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Sqlite;

/// <summary>Bulk operations, for those who ask how far they are.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<BulkOperation?> FindOperationAsync(string id) => store.AskAsync(session => SqliteBulkOperations.FindCounted(session, codec, id));

    public Task<Page<BulkItem>> ListOperationItemsAsync(string id, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        _ = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return store.AskAsync(session => Pages.Of(
            session.Query(
                $"SELECT {FleetRows.ItemColumns} FROM bulk_items WHERE operation_id = ? AND number > ? ORDER BY number LIMIT ?",
                FleetRows.Item,
                id, number, page + 1),
            page,
            item => item.Number.ToString(CultureInfo.InvariantCulture)));
    }
}
