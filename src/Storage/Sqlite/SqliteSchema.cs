namespace Wuying.Storage.Sqlite;

/// <summary>The tables, as numbered steps from nothing to today. A step that was released is never changed: a new one follows it.</summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as a fleet store: <c>Wuyi</c>.</summary>
    public const int ApplicationId = 0x57757969;

    /// <summary>The steps; a file's <c>user_version</c> says how many it has taken.</summary>
    public static readonly string[] Steps = [Computers + Grains + Updates + Operations, Notifications, Terms, DueWork, TagsAndSessions, Listing, Rare];

    /// <summary>
    /// Computers are found by what is due (partial indexes, empty when nothing is), and by region and id for lists.
    /// Other filters are tested while walking a region: an index on each would cost every write.
    /// </summary>
    private const string Computers = """
        CREATE TABLE computers (
            id TEXT NOT NULL PRIMARY KEY,
            region TEXT NOT NULL,
            shard INTEGER NOT NULL,
            status INTEGER NOT NULL,
            version TEXT NOT NULL,
            connected_user TEXT,
            pending_state INTEGER,
            reason INTEGER,
            obstacle INTEGER,
            operation_due_at INTEGER,
            operation_window TEXT,
            update_due_at INTEGER,
            update_window TEXT,
            office TEXT NOT NULL,
            image_id TEXT NOT NULL,
            image_type INTEGER NOT NULL,
            pending_version TEXT,
            pending_date TEXT,
            pending_method INTEGER,
            name TEXT NOT NULL,
            search_text TEXT NOT NULL,
            users TEXT NOT NULL,
            last_event INTEGER,
            row_version INTEGER NOT NULL,
            state BLOB NOT NULL
        ) STRICT;
        CREATE INDEX computers_by_region ON computers (region, id);
        CREATE INDEX computers_by_operation ON computers (region, shard, operation_window, operation_due_at)
            WHERE operation_due_at IS NOT NULL;
        CREATE INDEX computers_by_update ON computers (region, shard, update_window, update_due_at)
            WHERE update_due_at IS NOT NULL;
        CREATE INDEX computers_changed ON computers (region, shard, update_window)
            WHERE pending_state = 3 AND obstacle IS NOT reason;
        CREATE TABLE computer_users (
            user_id TEXT NOT NULL,
            computer_id TEXT NOT NULL,
            PRIMARY KEY (user_id, computer_id)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string Grains = """
        CREATE TABLE images (
            id TEXT NOT NULL PRIMARY KEY,
            region TEXT NOT NULL,
            shard INTEGER NOT NULL,
            image_type INTEGER NOT NULL,
            version TEXT NOT NULL,
            update_due_at INTEGER,
            row_version INTEGER NOT NULL,
            state BLOB NOT NULL
        ) STRICT;
        CREATE INDEX images_by_region ON images (region, id);
        CREATE INDEX images_by_update ON images (region, shard, update_due_at) WHERE update_due_at IS NOT NULL;
        CREATE TABLE regions (
            id TEXT NOT NULL PRIMARY KEY,
            row_version INTEGER NOT NULL,
            state BLOB NOT NULL
        ) STRICT;
        CREATE TABLE quota_days (
            region TEXT NOT NULL,
            day TEXT NOT NULL,
            quota_limit INTEGER NOT NULL,
            row_version INTEGER NOT NULL,
            PRIMARY KEY (region, day)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE quota_reservations (
            region TEXT NOT NULL,
            day TEXT NOT NULL,
            shard INTEGER NOT NULL,
            computer_id TEXT NOT NULL,
            update_id TEXT NOT NULL,
            PRIMARY KEY (region, day, shard, computer_id, update_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE grain_state (
            grain_type TEXT NOT NULL,
            grain_key TEXT NOT NULL,
            state_name TEXT NOT NULL,
            row_version INTEGER NOT NULL,
            written_at INTEGER NOT NULL,
            state BLOB,
            PRIMARY KEY (grain_type, grain_key, state_name)
        ) STRICT;
        CREATE INDEX grain_state_by_age ON grain_state (grain_type, written_at);
        """;

    /// <summary>
    /// The newest event is never deleted, so the next row id is always one more than any before: an order of commits without a counter.
    /// A computer's events are a chain from its row backwards, because an index by computer would dirty one page an event.
    /// Updates stand by day and shard, in which order the ticks come by: neighbours share pages.
    /// </summary>
    private const string Updates = """
        CREATE TABLE events (
            sequence INTEGER NOT NULL PRIMARY KEY,
            at INTEGER NOT NULL,
            region TEXT NOT NULL,
            subject TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            requested_by TEXT NOT NULL,
            data TEXT NOT NULL,
            before_change TEXT,
            after_change TEXT,
            previous INTEGER
        ) STRICT;
        CREATE INDEX events_by_subject ON events (subject, subject_id) WHERE subject <> 'computer';
        CREATE TABLE updates (
            region TEXT NOT NULL,
            day TEXT NOT NULL,
            shard INTEGER NOT NULL,
            computer_id TEXT NOT NULL,
            update_id TEXT NOT NULL,
            state INTEGER NOT NULL,
            reason INTEGER,
            started_at INTEGER,
            finished_at INTEGER,
            snapshot_id TEXT,
            reservation_id TEXT,
            version TEXT NOT NULL,
            from_version TEXT NOT NULL,
            method INTEGER NOT NULL,
            requested_by TEXT NOT NULL,
            requested_at INTEGER NOT NULL,
            PRIMARY KEY (region, day, shard, computer_id, update_id)
        ) STRICT, WITHOUT ROWID;
        """;

    private const string Operations = """
        CREATE TABLE bulk_operations (
            id TEXT NOT NULL PRIMARY KEY,
            region TEXT NOT NULL,
            command BLOB NOT NULL,
            total INTEGER NOT NULL,
            accepted INTEGER NOT NULL,
            rejected INTEGER NOT NULL,
            started_at INTEGER NOT NULL,
            finished_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE bulk_items (
            operation_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            computer_id TEXT NOT NULL,
            outcome INTEGER,
            code INTEGER,
            message TEXT,
            PRIMARY KEY (operation_id, number)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bulk_items_unanswered ON bulk_items (operation_id, number) WHERE outcome IS NULL;
        CREATE TABLE reminders (
            etag INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            grain_id TEXT NOT NULL,
            name TEXT NOT NULL,
            hash INTEGER NOT NULL,
            start_at INTEGER NOT NULL,
            period INTEGER NOT NULL,
            UNIQUE (grain_id, name)
        ) STRICT;
        CREATE INDEX reminders_by_hash ON reminders (hash);
        CREATE TABLE clock (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            is_simulated INTEGER NOT NULL,
            now INTEGER NOT NULL,
            rate REAL NOT NULL,
            paused INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE youngest_event (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
            at INTEGER NOT NULL
        ) STRICT;
        INSERT INTO youngest_event (id, at) VALUES (1, 0);
        """;

    /// <summary>What end users are told. A user is told of an event once: the key says so.</summary>
    private const string Notifications = """
        CREATE TABLE notifications (
            user_id TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            at INTEGER NOT NULL,
            computer_id TEXT NOT NULL,
            computer_name TEXT NOT NULL,
            region TEXT NOT NULL,
            update_id TEXT NOT NULL,
            version TEXT NOT NULL,
            starts_at INTEGER,
            ends_at INTEGER,
            reason INTEGER,
            PRIMARY KEY (user_id, sequence)
        ) STRICT, WITHOUT ROWID;
        """;

    /// <summary>Who may save the clock: the one whose term it is.</summary>
    private const string Terms = "ALTER TABLE clock ADD COLUMN term INTEGER NOT NULL DEFAULT 0;";

    /// <summary>What tickers need to know stands in the indexes by which they ask: a tick reads no row. Rows written before do not name their operation.</summary>
    private const string DueWork = """
        ALTER TABLE computers ADD COLUMN operation_id TEXT;
        ALTER TABLE computers ADD COLUMN operation_kind INTEGER;
        ALTER TABLE computers ADD COLUMN operation_started_at INTEGER;
        DROP INDEX computers_by_operation;
        DROP INDEX computers_by_update;
        DROP INDEX computers_changed;
        CREATE INDEX computers_by_operation
            ON computers (region, shard, operation_window, operation_due_at, id, operation_id, operation_kind, operation_started_at)
            WHERE operation_due_at IS NOT NULL;
        CREATE INDEX computers_by_update ON computers (region, shard, update_window, update_due_at, id, pending_state)
            WHERE update_due_at IS NOT NULL;
        CREATE INDEX computers_changed ON computers (region, shard, update_window, id)
            WHERE pending_state = 3 AND obstacle IS NOT reason;
        """;

    /// <summary>
    /// Tags, found by key and value; sessions that have been; images that are gone. Rows written before snapshots were counted do not say how many they have.
    /// </summary>
    private const string TagsAndSessions = """
        ALTER TABLE computers ADD COLUMN tags TEXT NOT NULL DEFAULT '';
        ALTER TABLE computers ADD COLUMN snapshots INTEGER;
        CREATE TABLE computer_tags (
            tag_key TEXT NOT NULL,
            tag_value TEXT NOT NULL,
            computer_id TEXT NOT NULL,
            PRIMARY KEY (tag_key, tag_value, computer_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE sessions (
            number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
            computer_id TEXT NOT NULL,
            region TEXT NOT NULL,
            user_id TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            UNIQUE (computer_id, user_id, started_at)
        ) STRICT;
        CREATE INDEX sessions_by_region ON sessions (region, number);
        ALTER TABLE images ADD COLUMN is_deleted INTEGER NOT NULL DEFAULT 0;
        """;

    /// <summary>
    /// All that lists and counts ask of a computer, region by region, without the wide row: a walk over 100,000 computers reads 20 MB instead of 150.
    /// A write that changes any of it costs an entry; see decision 14 for how much.
    /// </summary>
    private const string Listing = """
        CREATE INDEX computers_listing ON computers (
            region, id, status, connected_user, version, pending_state, reason, office, image_id, name, search_text);
        DROP INDEX computers_by_region;
        """;

    /// <summary>Of what there are few: who is connected, what was refused, what is at a certain point of its update (<see cref="RareComputers"/>).</summary>
    private const string Rare = """
        CREATE INDEX computers_connected ON computers (region, id) WHERE connected_user > '';
        CREATE INDEX computers_by_reason ON computers (region, reason, id) WHERE reason > 0;
        CREATE INDEX computers_by_pending ON computers (region, pending_state, id) WHERE pending_state > 0;
        """;
}
