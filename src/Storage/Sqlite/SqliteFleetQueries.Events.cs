using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>What happened, in order and by subject.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<ImmutableArray<RecordedEvent>> ListEventsAsync(long after, int limit) => store.AskAsync(session => session.Query(
        $"SELECT {FleetRows.EventColumns} FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?",
        FleetRows.Event,
        after, Pages.Limit(limit)).ToImmutableArray());

    public Task<ImmutableArray<RecordedEvent>> AwaitEventsAsync(long after, int limit, TimeSpan patience) =>
        arrivals.AwaitAsync(() => ListEventsAsync(after, limit), patience);

    public Task<long> FindNewestSequenceAsync() => store.AskAsync(session => session.Number("SELECT max(sequence) FROM events") ?? 0);

    public Task<ImmutableArray<RecordedEvent>> ListHistoryAsync(string subject, string subjectId, long? before, int limit) =>
        store.AskAsync(session => subject == FleetSubjects.Computer
            ? WalkBack(session, subjectId, before ?? long.MaxValue, Pages.Limit(limit))
            : session.Query(
                $"""
                SELECT {FleetRows.EventColumns} FROM events
                WHERE subject = ? AND subject <> 'computer' AND subject_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?
                """,
                FleetRows.Event,
                subject, subjectId, before ?? long.MaxValue, Pages.Limit(limit)).ToImmutableArray());

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
        $"SELECT {FleetRows.EventColumns}, previous FROM events WHERE sequence = ?", row => (FleetRows.Event(row), row.Int64OrNull(10)), sequence);
}
