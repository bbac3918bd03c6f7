namespace Wuying.Storage.Postgres;

/// <summary>Removes rows in one silo at a time.</summary>
internal static class PostgresPurging
{
    // Any number that nothing else takes.
    private const long Lock = 0x57757970;

    /// <summary>Removes some rows; none while another silo is removing.</summary>
    /// <returns>How many.</returns>
    public static Task<int> RemoveAsync(PostgresFleetStore store, string sql, params IReadOnlyList<object?> values) => store.Questions.WorkAsync(
        async connection => await PostgresQuestions.AskAsync(connection, "SELECT pg_try_advisory_xact_lock($1)", row => row.Bool(0), Lock) is [true]
            ? await PostgresQuestions.ChangeAsync(connection, sql, values)
            : 0);
}
