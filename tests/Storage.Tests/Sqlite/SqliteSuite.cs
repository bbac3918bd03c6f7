namespace Wuying.Storage.Tests.Sqlite;

// The suite, on SQLite.
public sealed class Asking_about_computers_in_SQLite : Asking_about_computers<SqliteHarness>;

public sealed class Asking_about_the_rest_in_SQLite : Asking_about_the_rest<SqliteHarness>;

public sealed class Awaiting_events_in_SQLite : Awaiting_events<SqliteHarness>;

public sealed class Committing_together_in_SQLite : Committing_together<SqliteHarness>;

public sealed class Forgetting_events_in_SQLite : Forgetting_events<SqliteHarness>;

public sealed class Forgetting_requests_in_SQLite : Forgetting_requests<SqliteHarness>;

public sealed class Keeping_access_keys_in_SQLite : Keeping_access_keys<SqliteHarness>;

public sealed class Keeping_quotas_in_SQLite : Keeping_quotas<SqliteHarness>;

public sealed class Keeping_reminders_in_SQLite : Keeping_reminders<SqliteHarness>;

public sealed class Keeping_states_in_SQLite(SqliteHarness store) : Keeping_states<SqliteHarness>(store);

public sealed class Keeping_the_clock_in_SQLite : Keeping_the_clock<SqliteHarness>;

public sealed class Knowing_what_is_due_in_SQLite : Knowing_what_is_due<SqliteHarness>;

public sealed class Recording_beside_a_state_in_SQLite : Recording_beside_a_state<SqliteHarness>;

public sealed class Working_on_many_computers_in_SQLite : Working_on_many_computers<SqliteHarness>;
