using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Keeps bulk operations and their items.</summary>
internal sealed class SqliteBulkOperations(SqliteFleetStore store, StateCodec codec) : IBulkOperationStore
{
    public Task<BulkOperation> CreateOperationAsync(BulkOperation operation, ComputerFilter filter) =>
        store.WorkAsync(KeyOf(operation.Id), session => FindCounted(session, codec, operation.Id) ?? Create(session, operation, filter));

    public Task<ImmutableArray<BulkItem>> TakeUnansweredAsync(string id, int limit) => store.AskAsync(session => session.Query(
        $"SELECT {FleetRows.ItemColumns} FROM bulk_items WHERE operation_id = ? AND outcome IS NULL ORDER BY number LIMIT ?",
        FleetRows.Item,
        id, limit).ToImmutableArray());

    public Task<BulkOperation> RecordAnswersAsync(string id, ImmutableArray<BulkItem> answered, DateTimeOffset now) =>
        store.WorkAsync(KeyOf(id), session => Record(session, id, answered, now));

    public Task<ImmutableArray<string>> ListUnfinishedAsync() => store.AskAsync(session => session.Query(
        "SELECT id FROM bulk_operations WHERE finished_at IS NULL ORDER BY started_at, id", row => row.Text(0)).ToImmutableArray());

    /// <summary>An operation as it stands, its refusals counted by code; null when there is none of that id.</summary>
    public static BulkOperation? FindCounted(SqliteSession session, StateCodec codec, string id) =>
        Find(session, codec, id) is { } operation ? operation with { RejectedByCode = CountRejected(session, id) } : null;

    private static string KeyOf(string id) => $"o/{id}";

    private static ImmutableSortedDictionary<string, long> CountRejected(SqliteSession session, string id) => session.Query(
        "SELECT code, count(*) FROM bulk_items WHERE operation_id = ? AND code IS NOT NULL GROUP BY code",
        row => (Code: ((RejectionCode)row.Int64(0)).ToString(), Count: row.Int64(1)),
        id).ToImmutableSortedDictionary(row => row.Code, row => row.Count, StringComparer.Ordinal);

    private static BulkOperation? Find(SqliteSession session, StateCodec codec, string id) => session.Query(
        $"SELECT {FleetRows.OperationColumns} FROM bulk_operations WHERE id = ?", row => FleetRows.Operation(row, codec), id).SingleOrDefault();

    private BulkOperation Create(SqliteSession session, BulkOperation operation, ComputerFilter filter)
    {
        var where = new ComputerConditions(SqliteDialect.Instance, filter with { RegionId = operation.RegionId }, operation.Id);
        var total = session.Run(
            $"""
            INSERT INTO bulk_items (operation_id, number, computer_id)
            SELECT ?1, row_number() OVER (ORDER BY id), id FROM computers WHERE {where.Condition}
            """,
            [.. where.Values]);
        session.Run(
            """
            INSERT INTO bulk_operations (id, region, command, total, accepted, rejected, started_at, finished_at)
            VALUES (?, ?, ?, ?, 0, 0, ?, ?)
            """,
            operation.Id, operation.RegionId.Value, codec.Write(operation.Command), total, operation.StartedAt,
            total == 0 ? operation.StartedAt : null);
        return Find(session, codec, operation.Id)!;
    }

    private BulkOperation Record(SqliteSession session, string id, ImmutableArray<BulkItem> answered, DateTimeOffset now)
    {
        var (accepted, rejected) = (0, 0);
        foreach (var (number, _, answer) in answered)
        {
            // An item that has its answer keeps it: a wave repeated after a crash counts once.
            if (answer is not null && session.Run(
                "UPDATE bulk_items SET outcome = ?, code = ?, message = ? WHERE operation_id = ? AND number = ? AND outcome IS NULL",
                answer.Outcome, answer.Rejection?.Code, answer.Rejection?.Message, id, number) > 0)
            {
                _ = answer.Outcome is AnswerOutcome.Rejected ? rejected++ : accepted++;
            }
        }

        session.Run(
            """
            UPDATE bulk_operations SET accepted = accepted + ?1, rejected = rejected + ?2,
                finished_at = CASE WHEN finished_at IS NULL AND accepted + ?1 + rejected + ?2 >= total THEN ?3 ELSE finished_at END
            WHERE id = ?4
            """,
            accepted, rejected, now, id);
        return Find(session, codec, id) ?? throw new InvalidOperationException($"There is no bulk operation {id}.");
    }
}
