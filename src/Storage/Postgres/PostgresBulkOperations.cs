using System.Collections.Immutable;
using Npgsql;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>Keeps bulk operations and their items.</summary>
internal sealed class PostgresBulkOperations(PostgresFleetStore store, StateCodec codec) : IBulkOperationStore
{
    private static readonly RowSet<BulkItem> Answers = new RowSet<BulkItem>()
        .With("number", item => item.Number)
        .With("outcome", item => (int)item.Answer!.Outcome)
        .With("code", item => (int?)item.Answer!.Rejection?.Code)
        .With("message", item => item.Answer!.Rejection?.Message);

    // An item that has its answer keeps it: a wave repeated after a crash counts once.
    private static readonly string Record = $"""
        WITH answered AS (
            UPDATE bulk_items SET outcome = given.outcome, code = given.code, message = given.message
            FROM {Answers.Unnest()} AS given ({Answers.Columns})
            WHERE bulk_items.operation_id = $5 AND bulk_items.number = given.number AND bulk_items.outcome IS NULL
            RETURNING bulk_items.outcome),
        counted AS (SELECT count(*) AS answers, count(*) FILTER (WHERE outcome = $6) AS rejections FROM answered)
        UPDATE bulk_operations SET
            accepted = accepted + answers - rejections,
            rejected = rejected + rejections,
            finished_at = CASE WHEN finished_at IS NULL AND accepted + rejected + answers >= total THEN $7 ELSE finished_at END
        FROM counted WHERE id = $5
        RETURNING {FleetRows.OperationColumns}
        """;

    public async Task<BulkOperation> CreateOperationAsync(BulkOperation operation, ComputerFilter filter)
    {
        var made = await store.Questions.WorkAsync(connection => TryCreateAsync(connection, operation, filter));
        return made ?? await FindCountedAsync(store.Questions, codec, operation.Id) ?? throw Unknown(operation.Id);
    }

    public async Task<ImmutableArray<BulkItem>> TakeUnansweredAsync(string id, int limit) => [.. await store.Questions.AskAsync(
        $"SELECT {FleetRows.ItemColumns} FROM bulk_items WHERE operation_id = $1 AND outcome IS NULL ORDER BY number LIMIT $2",
        FleetRows.Item,
        id, limit)];

    public async Task<BulkOperation> RecordAnswersAsync(string id, ImmutableArray<BulkItem> answered, DateTimeOffset now)
    {
        BulkItem[] answers = [.. answered.Where(item => item.Answer is not null).DistinctBy(item => item.Number)];
        var rows = await store.Questions.WorkAsync(connection => PostgresQuestions.AskAsync(
            connection,
            Record,
            row => FleetRows.Operation(row, codec),
            [.. Answers.ValuesOf(answers), id, Contracts.Answers.AnswerOutcome.Rejected, now]));
        return rows.SingleOrDefault() ?? throw Unknown(id);
    }

    public async Task<ImmutableArray<string>> ListUnfinishedAsync() => [.. await store.Questions.AskAsync(
        "SELECT id FROM bulk_operations WHERE finished_at IS NULL ORDER BY started_at, id", row => row.Text(0))];

    /// <summary>An operation as it stands, its refusals counted by code; null when there is none of that id.</summary>
    public static async Task<BulkOperation?> FindCountedAsync(PostgresQuestions questions, StateCodec codec, string id)
    {
        var (operations, rejections) = await questions.AskBothAsync(
            new PostgresQuestion<BulkOperation>(
                $"SELECT {FleetRows.OperationColumns} FROM bulk_operations WHERE id = $1", row => FleetRows.Operation(row, codec), id),
            new PostgresQuestion<(string Code, long Count)>(
                "SELECT code, count(*) FROM bulk_items WHERE operation_id = $1 AND code IS NOT NULL GROUP BY code",
                row => (((RejectionCode)row.Int64(0)).ToString(), row.Int64(1)),
                id));
        return operations.SingleOrDefault() is { } operation
            ? operation with { RejectedByCode = rejections.ToImmutableSortedDictionary(row => row.Code, row => row.Count, StringComparer.Ordinal) }
            : null;
    }

    // Null when it is there already.
    private async Task<BulkOperation?> TryCreateAsync(NpgsqlConnection connection, BulkOperation operation, ComputerFilter filter)
    {
        // Of two who make it at the same moment, the second waits here for the first, and then finds it made.
        var isNew = await PostgresQuestions.ChangeAsync(
            connection,
            """
            INSERT INTO bulk_operations (id, region, command, total, accepted, rejected, started_at)
            VALUES ($1, $2, $3, 0, 0, 0, $4) ON CONFLICT DO NOTHING
            """,
            operation.Id, operation.RegionId.Value, codec.Write(operation.Command), operation.StartedAt) > 0;
        if (!isNew)
        {
            return null;
        }

        var where = new ComputerConditions(PostgresDialect.Instance, filter with { RegionId = operation.RegionId }, operation.Id);
        var total = await PostgresQuestions.ChangeAsync(
            connection,
            $"""
            INSERT INTO bulk_items (operation_id, number, computer_id)
            SELECT $1, row_number() OVER (ORDER BY id), id FROM computers WHERE {where.Condition}
            """,
            where.Values);
        var made = await PostgresQuestions.AskAsync(
            connection,
            $"""
            UPDATE bulk_operations SET total = $2, finished_at = CASE WHEN $2 = 0 THEN started_at END
            WHERE id = $1 RETURNING {FleetRows.OperationColumns}
            """,
            row => FleetRows.Operation(row, codec),
            operation.Id, total);
        return made.Single();
    }

    private static InvalidOperationException Unknown(string id) => new($"There is no bulk operation {id}.");
}
