using Npgsql;
using Wuying.Storage.GroupCommit;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>
/// Writes batches in two round trips: the rows whose versions match, then all that the accepted writes record beside them,
/// and the commit. A connection that is found dead before the commit was sent costs nothing but another try; one that dies
/// later leaves it open whether the batch was written.
/// </summary>
internal sealed class PostgresCommitter(NpgsqlDataSource source) : IBatchCommitter
{
    public void Commit(IReadOnlyList<QueuedWrite> batch)
    {
        VersionedWrite[] writes = [.. batch.Cast<VersionedWrite>()];
        var commit = new Attempt(writes);
        try
        {
            commit.Run(source);
        }
        catch (NpgsqlException exception) when (!commit.IsCommitSent && PostgresErrors.MayBeTriedAgain(exception))
        {
            new Attempt(writes).Run(source);
        }
    }

    public bool MayBeOneWritesFault(Exception exception) => PostgresErrors.IsAboutValues(exception);

    public Exception Explain(Exception exception) => PostgresErrors.Explain(exception);

    /// <summary>One attempt at a batch.</summary>
    private sealed class Attempt(VersionedWrite[] writes)
    {
        /// <summary>True from when the server may have committed.</summary>
        public bool IsCommitSent { get; private set; }

        public void Run(NpgsqlDataSource source)
        {
            // Closed in the middle of a transaction, a connection rolls it back.
            using var connection = source.OpenConnection();
            var begin = "BEGIN ISOLATION LEVEL READ COMMITTED";
            foreach (var round in RoundsOf(writes))
            {
                Upsert(connection, round, begin);
                begin = null;
            }

            var records = new PostgresRecords();
            foreach (var write in writes.Where(write => write.Refusal is null))
            {
                records.Take(write);
            }

            using var batch = connection.CreateBatch();
            records.AddTo(batch);
            batch.Add("COMMIT");
            IsCommitSent = true;
            batch.ExecuteNonQuery();
        }

        // Writes of one key in one batch: each sees what the one before has done, as it would in a batch of its own.
        private static IEnumerable<VersionedWrite[]> RoundsOf(VersionedWrite[] writes) => writes
            .GroupBy(write => write.Key, StringComparer.Ordinal)
            .SelectMany(ofKey => ofKey.Select((write, round) => (Write: write, Round: round)))
            .GroupBy(one => one.Round, one => one.Write)
            .OrderBy(round => round.Key)
            .Select(round => round.ToArray());

        private static void Upsert(NpgsqlConnection connection, VersionedWrite[] round, string? begin)
        {
            using var batch = connection.CreateBatch();
            if (begin is not null)
            {
                batch.Add(begin);
            }

            foreach (var writes in round.GroupBy(PostgresTables.Of))
            {
                writes.Key.AddUpsert(batch, [.. writes]);
            }

            var written = Read(batch, reader => reader.GetBoolean(1));
            foreach (var write in round)
            {
                write.Accept();
            }

            // Not written: another version. Made anew, though its writer knows one: a row that somebody has removed.
            Refuse(connection, [.. round.Where(write => !written.ContainsKey(write.Key))]);
            Undo(connection, [.. round.Where(write => written.TryGetValue(write.Key, out var isNew) && isNew && !write.IsFirst)]);
        }

        private static void Refuse(NpgsqlConnection connection, VersionedWrite[] refused)
        {
            if (refused.Length == 0)
            {
                return;
            }

            using var batch = connection.CreateBatch();
            foreach (var writes in refused.GroupBy(PostgresTables.Of))
            {
                writes.Key.AddVersions(batch, [.. writes]);
            }

            var versions = Read<long?>(batch, reader => reader.GetInt64(1));
            foreach (var write in refused)
            {
                write.Refuse(versions.GetValueOrDefault(write.Key));
            }
        }

        private static void Undo(NpgsqlConnection connection, VersionedWrite[] ghosts)
        {
            if (ghosts.Length == 0)
            {
                return;
            }

            using var batch = connection.CreateBatch();
            foreach (var writes in ghosts.GroupBy(PostgresTables.Of))
            {
                writes.Key.AddDelete(batch, [.. writes]);
            }

            batch.ExecuteNonQuery();
            foreach (var write in ghosts)
            {
                write.Refuse(stored: null);
            }
        }

        private static Dictionary<string, T> Read<T>(NpgsqlBatch batch, Func<NpgsqlDataReader, T> value)
        {
            using var reader = batch.ExecuteReader();
            var values = new Dictionary<string, T>(StringComparer.Ordinal);
            do
            {
                while (reader.Read())
                {
                    values[reader.GetString(0)] = value(reader);
                }
            }
            while (reader.NextResult());
            return values;
        }
    }
}
