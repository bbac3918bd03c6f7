using System.Collections.Immutable;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Sqlite;

/// <summary>What happened, in order and by subject.</summary>
internal sealed partial class SqliteFleetQueries
{
    private const string EventColumns =
        "sequence, at, region, subject, subject_id, kind, requested_by, data, before_change, after_change, previous";

    public Task<ImmutableArray<RecordedEvent>> ListEventsAsync(long after, int limit) => store.AskAsync(session => session.Query(
        $"SELECT {EventColumns} FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?",
        EventOf,
        after, SqlitePages.Limit(limit)).ToImmutableArray());

    public Task<ImmutableArray<RecordedEvent>> AwaitEventsAsync(long after, int limit, TimeSpan patience) =>
        arrivals.AwaitAsync(() => ListEventsAsync(after, limit), patience);

    public Task<long> FindNewestSequenceAsync() => store.AskAsync(session => session.Number("SELECT max(sequence) FROM events") ?? 0);

    public Task<ImmutableArray<RecordedEvent>> ListHistoryAsync(string subject, string subjectId, long? before, int limit) =>
        store.AskAsync(session => subject == SqliteRecords.Computer
            ? WalkBack(session, subjectId, before ?? long.MaxValue, SqlitePages.Limit(limit))
            : session.Query(
                $"""
                SELECT {EventColumns} FROM events
                WHERE subject = ? AND subject <> 'computer' AND subject_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?
                """,
                EventOf,
                subject, subjectId, before ?? long.MaxValue, SqlitePages.Limit(limit)).ToImmutableArray());

    // A computer's row knows its last event, and each event the one before; the chain ends where older ones were removed.
    private static ImmutableArray<RecordedEvent> WalkBack(SqliteSession session, string computerId, long before, int limit)
    {
        var events = ImmutableArray.CreateBuilder<RecordedEvent>();
        var next = session.Number(
                "SELECT previous FROM events WHERE sequence = ? AND subject = 'computer' AND subject_id = ?", before, computerId)
            ?? session.Number("SELECT last_event FROM computers WHERE id = ?", computerId);
        while (next is { } sequence && events.Count < limit && Find(session, sequence) is [var (recorded, previous)])
        {
            if (sequence < before)
            {
                events.Add(recorded);
            }

            next = previous;
        }

        return events.ToImmutable();
    }

    private static List<(RecordedEvent Recorded, long? Previous)> Find(SqliteSession session, long sequence) => session.Query(
        $"SELECT {EventColumns} FROM events WHERE sequence = ?", row => (EventOf(row), row.Int64OrNull(10)), sequence);

    private static RecordedEvent EventOf(SqliteStatement row) => new(row.Int64(0), new FleetEvent
    {
        At = row.Instant(1),
        RegionId = row.Text(2),
        Subject = row.Text(3),
        SubjectId = row.Text(4),
        Kind = row.Text(5),
        RequestedBy = row.Text(6),
        Data = row.Text(7),
        Before = row.TextOrNull(8),
        After = row.TextOrNull(9),
    });
}
