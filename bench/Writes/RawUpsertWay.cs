using Npgsql;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.Writes;

/// <summary>What one would do without the store: one prepared upsert of the state alone, a transaction each, on as many connections as help.</summary>
internal sealed class RawUpsertWay : IWay, IAsyncDisposable
{
    private const string Upsert = """
        INSERT INTO raw_states (id, row_version, state) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET row_version = excluded.row_version, state = excluded.state WHERE raw_states.row_version = excluded.row_version - 1
        """;

    private readonly NpgsqlDataSource _source;
    private readonly long[] _versions;
    private readonly byte[] _state = new byte[300];

    private RawUpsertWay(NpgsqlDataSource source, int computers)
    {
        _source = source;
        _versions = new long[computers];
    }

    public string Name => "raw single-row upserts: row alone";

    /// <summary>Makes the table.</summary>
    public static async Task<RawUpsertWay> OpenAsync(string connection, int computers, int connections)
    {
        var source = NpgsqlDataSource.Create($"{connection};Maximum Pool Size={connections};Timeout=60;Max Auto Prepare=10;Auto Prepare Min Usages=1");
        await using var make = source.CreateCommand(
            "CREATE TABLE raw_states (id text COLLATE \"C\" PRIMARY KEY, row_version bigint NOT NULL, state bytea NOT NULL) WITH (fillfactor = 70)");
        await make.ExecuteNonQueryAsync();
        return new RawUpsertWay(source, computers);
    }

    public async Task OnceAsync(int caller)
    {
        await using var command = _source.CreateCommand(Upsert);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = $"ecd-{caller:000000}" });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = ++_versions[caller] });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = _state });
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException("A write was lost.");
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
