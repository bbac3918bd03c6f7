using System.Globalization;
using Npgsql;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.Transitions;

/// <summary>What the database can do without grains and rules: one prepared update of one row by its key, a transaction each.</summary>
internal sealed class RawUpdateWay : IWay, IAsyncDisposable
{
    private const int StateBytes = 300;

    private readonly NpgsqlDataSource _source;
    private readonly int _callers;
    private readonly int _each;
    private readonly long[] _turns;
    private readonly byte[] _state = new byte[StateBytes];

    private RawUpdateWay(string name, NpgsqlDataSource source, int computers, int callers) =>
        (Name, _source, _callers, _each, _turns) = (name, source, callers, Math.Max(1, computers / callers), new long[callers]);

    public string Name { get; }

    public int CallersMax => _callers;

    /// <summary>Fills a table.</summary>
    public static async Task PrepareAsync(string connection, int computers)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var make = source.CreateCommand(string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TABLE raw_computers (id text COLLATE "C" PRIMARY KEY, row_version bigint NOT NULL, state bytea NOT NULL) WITH (fillfactor = 70);
            INSERT INTO raw_computers SELECT 'ecd-' || lpad(n::text, 6, '0'), 0, decode(repeat('00', {StateBytes}), 'hex') FROM generate_series(0, {computers - 1}) n;
            ANALYZE raw_computers
            """));
        await make.ExecuteNonQueryAsync();
    }

    /// <summary>Opens a pool over the table.</summary>
    /// <param name="name">What the table of results calls it.</param>
    /// <param name="connection">The database.</param>
    /// <param name="connections">The largest pool.</param>
    /// <param name="computers">How many rows there are.</param>
    /// <param name="callers">How many callers share them.</param>
    public static RawUpdateWay Open(string name, string connection, int connections, int computers, int callers) => new(
        name, NpgsqlDataSource.Create($"{connection};Maximum Pool Size={connections};Timeout=60;Max Auto Prepare=10;Auto Prepare Min Usages=1"), computers, callers);

    public async Task OnceAsync(int caller)
    {
        var row = caller + (_callers * (_turns[caller]++ % _each));
        await using var command = _source.CreateCommand("UPDATE raw_computers SET row_version = row_version + 1, state = $2 WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"ecd-{row:D6}" });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = _state });
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException("A write was lost.");
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
