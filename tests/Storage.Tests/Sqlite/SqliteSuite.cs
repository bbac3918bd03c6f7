namespace Wuying.Storage.Tests.Sqlite;

// The suite, on SQLite.
public sealed class Keeping_states_in_SQLite(SqliteHarness store) : Keeping_states<SqliteHarness>(store);
