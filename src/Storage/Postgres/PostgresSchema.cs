using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>
/// The tables: the script <c>orleans.sql</c>, and numbered steps after it. A step that was released is never changed: a new one follows it.
/// A script that the database has seen is not run again, since that would lock tables which other silos write.
/// </summary>
internal static class PostgresSchema
{
    /// <summary>The steps after the script; a database remembers which it has taken.</summary>
    public static readonly string[] Steps = [DueWork];

    /// <summary>What tickers need to know beside whose turn it is. Rows written before do not name their operation.</summary>
    private const string DueWork =
        "ALTER TABLE computers ADD COLUMN operation_id text COLLATE \"C\", ADD COLUMN operation_kind integer, ADD COLUMN operation_started_at bigint;";

    // Any number, as long as all silos take the same.
    private const long Lock = 0x57757969;

    /// <summary>The script.</summary>
    public static string Script { get; } = ReadScript();

    /// <summary>Brings the tables up to date; all of it or nothing.</summary>
    /// <exception cref="StoreUnavailableException">The database belongs to a newer version of the program.</exception>
    public static Task PrepareAsync(NpgsqlDataSource source, CancellationToken cancellationToken) => PrepareAsync(source, Script, Steps, cancellationToken);

    /// <summary>Brings the tables up to a script and steps.</summary>
    internal static async Task PrepareAsync(NpgsqlDataSource source, string script, IReadOnlyList<string> steps, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await PostgresQuestions.AskAsync(connection, "SELECT pg_advisory_xact_lock($1) IS NULL", row => row.Bool(0), Lock);
        var (taken, fingerprint) = await TakenAsync(connection);
        if (taken > steps.Count)
        {
            throw new StoreUnavailableException(string.Create(
                CultureInfo.InvariantCulture,
                $"The store was written by a newer version of this program (its tables are at step {taken}, this program knows {steps.Count}). Start that version, or give another database to --store."));
        }

        if (fingerprint != FingerprintOf(script))
        {
            await RunAsync(connection, script, cancellationToken);
            await RememberAsync(connection, 0, script);
        }

        for (var step = Math.Max(taken, 0); step < steps.Count; step++)
        {
            await RunAsync(connection, steps[step], cancellationToken);
            await RememberAsync(connection, step + 1, steps[step]);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<(int Steps, string? Script)> TakenAsync(NpgsqlConnection connection)
    {
        if (await PostgresQuestions.AskAsync(connection, "SELECT to_regclass('fleet_schema') IS NOT NULL", row => row.Bool(0)) is [false])
        {
            return (-1, null);
        }

        var taken = await PostgresQuestions.AskAsync(
            connection, "SELECT step, script FROM fleet_schema ORDER BY step", row => (Step: (int)row.Int64(0), Script: row.Text(1)));
        return taken is [(0, var script), ..] ? (taken[^1].Step, script) : (-1, null);
    }

    private static Task<int> RememberAsync(NpgsqlConnection connection, int step, string script) => PostgresQuestions.ChangeAsync(
        connection,
        "INSERT INTO fleet_schema (step, script) VALUES ($1, $2) ON CONFLICT (step) DO UPDATE SET script = excluded.script, taken_at = excluded.taken_at",
        step, FingerprintOf(script));

    private static async Task RunAsync(NpgsqlConnection connection, string script, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A script of this project's own.
        command.CommandText = script;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string FingerprintOf(string script) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string ReadScript()
    {
        using var stream = typeof(PostgresSchema).Assembly.GetManifestResourceStream("orleans.sql")
            ?? throw new InvalidOperationException("orleans.sql is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
