namespace Wuying.Storage.Tests.Postgres;

// The suite, on PostgreSQL.
public sealed class Asking_about_computers_in_PostgreSQL : Asking_about_computers<PostgresHarness>;

public sealed class Asking_about_the_rest_in_PostgreSQL : Asking_about_the_rest<PostgresHarness>;

public sealed class Awaiting_events_in_PostgreSQL : Awaiting_events<PostgresHarness>;

public sealed class Committing_together_in_PostgreSQL : Committing_together<PostgresHarness>;

public sealed class Forgetting_events_in_PostgreSQL : Forgetting_events<PostgresHarness>;

public sealed class Forgetting_requests_in_PostgreSQL : Forgetting_requests<PostgresHarness>;

public sealed class Keeping_access_keys_in_PostgreSQL : Keeping_access_keys<PostgresHarness>;

public sealed class Keeping_quotas_in_PostgreSQL : Keeping_quotas<PostgresHarness>;

public sealed class Keeping_states_in_PostgreSQL(PostgresHarness store) : Keeping_states<PostgresHarness>(store);

public sealed class Keeping_the_clock_in_PostgreSQL : Keeping_the_clock<PostgresHarness>;

public sealed class Knowing_what_is_due_in_PostgreSQL : Knowing_what_is_due<PostgresHarness>;

public sealed class Recording_beside_a_state_in_PostgreSQL : Recording_beside_a_state<PostgresHarness>;

public sealed class Working_on_many_computers_in_PostgreSQL : Working_on_many_computers<PostgresHarness>;
