-- Everything that a cluster keeps in PostgreSQL 15 or newer. Safe to run again: the program does at its start, and so may you:
--   psql -v ON_ERROR_STOP=1 -f orleans.sql DATABASE

-- Orleans: what the ADO.NET providers of Orleans 10.4.2 need: clustering, reminders, grain storage.
-- The providers read their statements from OrleansQuery at start. Names of keys, parameters and result columns are theirs,
-- tables and statements are ours: every write is one statement, and whoever loses a race changes nothing and is told so.

CREATE TABLE IF NOT EXISTS OrleansQuery (
    QueryKey  text COLLATE "C" PRIMARY KEY,
    QueryText text NOT NULL
);

-- One row a cluster. Whoever changes the membership counts it up first, and so stands in line behind whoever did.
CREATE TABLE IF NOT EXISTS OrleansMembershipVersionTable (
    DeploymentId text COLLATE "C" PRIMARY KEY,
    ChangedAt    timestamptz NOT NULL DEFAULT now(),
    Version      integer NOT NULL DEFAULT 0
) WITH (fillfactor = 50);

-- Heartbeats rewrite rows that no index knows of: room in the page keeps them there.
CREATE TABLE IF NOT EXISTS OrleansMembershipTable (
    DeploymentId text COLLATE "C" NOT NULL,
    Address      text COLLATE "C" NOT NULL,
    Port         integer NOT NULL,
    Generation   integer NOT NULL,
    SiloName     text NOT NULL,
    HostName     text NOT NULL,
    Status       integer NOT NULL,
    ProxyPort    integer NOT NULL,
    SuspectTimes text,
    StartTime    timestamptz NOT NULL,
    IAmAliveTime timestamptz NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
) WITH (fillfactor = 50);

-- Versions come from here and are never used twice: the tag of a reminder that was removed says nothing of its successor.
CREATE SEQUENCE IF NOT EXISTS OrleansReminderVersion AS integer CYCLE;

CREATE TABLE IF NOT EXISTS OrleansRemindersTable (
    ServiceId    text COLLATE "C" NOT NULL,
    GrainId      text COLLATE "C" NOT NULL,
    ReminderName text COLLATE "C" NOT NULL,
    GrainHash    integer NOT NULL,
    StartTime    timestamptz NOT NULL,
    Period       bigint NOT NULL,
    Version      integer NOT NULL,
    PRIMARY KEY (ServiceId, GrainId, ReminderName)
);

CREATE INDEX IF NOT EXISTS OrleansRemindersByHash ON OrleansRemindersTable (ServiceId, GrainHash);

-- The two hashes find the row; the rest of the key tells apart what shares them. A grain without a text key has NULL there.
CREATE TABLE IF NOT EXISTS OrleansStorage (
    GrainIdHash          integer NOT NULL,
    GrainTypeHash        integer NOT NULL,
    GrainIdN0            bigint NOT NULL,
    GrainIdN1            bigint NOT NULL,
    GrainIdExtensionString text COLLATE "C",
    GrainTypeString      text COLLATE "C" NOT NULL,
    ServiceId            text COLLATE "C" NOT NULL,
    Version              integer NOT NULL,
    ModifiedOn           timestamptz NOT NULL,
    PayloadBinary        bytea,
    CONSTRAINT OrleansStorageKey UNIQUE NULLS NOT DISTINCT
        (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId)
) WITH (fillfactor = 80);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES

-- Clustering. Status 6 is Dead.
('InsertMembershipVersionKey', $sql$
    WITH made AS (
        INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId)
        ON CONFLICT DO NOTHING
        RETURNING 1)
    SELECT EXISTS (SELECT FROM made)
$sql$),

('InsertMembershipKey', $sql$
    WITH counted AS (
        UPDATE OrleansMembershipVersionTable SET Version = Version + 1, ChangedAt = now()
        WHERE DeploymentId = @DeploymentId AND Version = @Version
            AND NOT EXISTS (
                SELECT FROM OrleansMembershipTable
                WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation)
        RETURNING 1),
    made AS (
        INSERT INTO OrleansMembershipTable
            (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
        FROM counted
        RETURNING 1)
    SELECT EXISTS (SELECT FROM made)
$sql$),

-- Who votes against a silo writes the heartbeat that it has read; a newer one stands.
('UpdateMembershipKey', $sql$
    WITH counted AS (
        UPDATE OrleansMembershipVersionTable SET Version = Version + 1, ChangedAt = now()
        WHERE DeploymentId = @DeploymentId AND Version = @Version
            AND EXISTS (
                SELECT FROM OrleansMembershipTable
                WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation)
        RETURNING 1),
    changed AS (
        UPDATE OrleansMembershipTable
        SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = GREATEST(IAmAliveTime, @IAmAliveTime)
        FROM counted
        WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        RETURNING 1)
    SELECT EXISTS (SELECT FROM changed)
$sql$),

('UpdateIAmAlivetimeKey', $sql$
    UPDATE OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
$sql$),

('MembershipReadRowKey', $sql$
    SELECT v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
    FROM OrleansMembershipVersionTable v
    LEFT JOIN OrleansMembershipTable m
        ON m.DeploymentId = v.DeploymentId AND m.Address = @Address AND m.Port = @Port AND m.Generation = @Generation
    WHERE v.DeploymentId = @DeploymentId
$sql$),

('MembershipReadAllKey', $sql$
    SELECT v.Version, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime
    FROM OrleansMembershipVersionTable v
    LEFT JOIN OrleansMembershipTable m ON m.DeploymentId = v.DeploymentId
    WHERE v.DeploymentId = @DeploymentId
$sql$),

('GatewaysQueryKey', $sql$
    SELECT Address, ProxyPort, Generation
    FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
$sql$),

('DeleteMembershipTableEntriesKey', $sql$
    WITH members AS (DELETE FROM OrleansMembershipTable WHERE DeploymentId = @DeploymentId)
    DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId
$sql$),

('CleanupDefunctSiloEntriesKey', $sql$
    DELETE FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Status = 6 AND StartTime < @IAmAliveTime AND IAmAliveTime < @IAmAliveTime
$sql$),

-- The provider picks the rows itself and says how it has seen them; one that has changed since stays.
('CleanupDefunctSiloEntryKey', $sql$
    DELETE FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation AND Status = 6
        AND StartTime = @StartTime AND IAmAliveTime = @IAmAliveTime AND COALESCE(SuspectTimes, '') = COALESCE(@SuspectTimes, '')
$sql$),

-- Reminders. A hash is the unsigned one of the ring read as signed, which goes around at another place and is a ring all the same.
('UpsertReminderRowKey', $sql$
    INSERT INTO OrleansRemindersTable (ServiceId, GrainId, ReminderName, GrainHash, StartTime, Period, Version)
    VALUES (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, nextval('OrleansReminderVersion'))
    ON CONFLICT (ServiceId, GrainId, ReminderName) DO UPDATE
    SET GrainHash = EXCLUDED.GrainHash, StartTime = EXCLUDED.StartTime, Period = EXCLUDED.Period, Version = EXCLUDED.Version
    RETURNING Version
$sql$),

('ReadReminderRowKey', $sql$
    SELECT GrainId, ReminderName, StartTime, Period, Version
    FROM OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName
$sql$),

('ReadReminderRowsKey', $sql$
    SELECT GrainId, ReminderName, StartTime, Period, Version
    FROM OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND GrainId = @GrainId
$sql$),

('ReadRangeRows1Key', $sql$
    SELECT GrainId, ReminderName, StartTime, Period, Version
    FROM OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND GrainHash > @BeginHash AND GrainHash <= @EndHash
$sql$),

-- Around the top; with both ends alike, the whole ring.
('ReadRangeRows2Key', $sql$
    SELECT GrainId, ReminderName, StartTime, Period, Version
    FROM OrleansRemindersTable
    WHERE ServiceId = @ServiceId AND (GrainHash > @BeginHash OR GrainHash <= @EndHash)
$sql$),

('DeleteReminderRowKey', $sql$
    WITH removed AS (
        DELETE FROM OrleansRemindersTable
        WHERE ServiceId = @ServiceId AND GrainId = @GrainId AND ReminderName = @ReminderName AND Version = @Version
        RETURNING 1)
    SELECT EXISTS (SELECT FROM removed)
$sql$),

('DeleteReminderRowsKey', $sql$
    DELETE FROM OrleansRemindersTable WHERE ServiceId = @ServiceId
$sql$),

-- Grain storage. No row in the answer means a version that is not the expected one, which the provider turns into InconsistentStateException.
('ReadFromStorageKey', $sql$
    SELECT PayloadBinary, Version
    FROM OrleansStorage
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString
        AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId
$sql$),

('WriteToStorageKey', $sql$
    WITH changed AS (
        UPDATE OrleansStorage SET PayloadBinary = @PayloadBinary, Version = Version + 1, ModifiedOn = now()
        WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
            AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString
            AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId AND Version = @GrainStateVersion
        RETURNING Version),
    made AS (
        INSERT INTO OrleansStorage
            (GrainIdHash, GrainTypeHash, GrainIdN0, GrainIdN1, GrainIdExtensionString, GrainTypeString, ServiceId, Version, ModifiedOn, PayloadBinary)
        SELECT @GrainIdHash, @GrainTypeHash, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString, @GrainTypeString, @ServiceId, 1, now(), @PayloadBinary
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING Version)
    SELECT Version AS NewGrainStateVersion FROM changed UNION ALL SELECT Version FROM made
$sql$),

-- Clearing keeps the row, so that the version goes on.
('ClearStorageKey', $sql$
    UPDATE OrleansStorage SET PayloadBinary = NULL, Version = Version + 1, ModifiedOn = now()
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString
        AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId AND Version = @GrainStateVersion
    RETURNING Version AS NewGrainStateVersion
$sql$),

('DeleteStorageKey', $sql$
    DELETE FROM OrleansStorage
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
        AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString
        AND GrainTypeString = @GrainTypeString AND ServiceId = @ServiceId AND Version = @GrainStateVersion
    RETURNING Version + 1 AS NewGrainStateVersion
$sql$)

ON CONFLICT (QueryKey) DO UPDATE SET QueryText = EXCLUDED.QueryText
WHERE OrleansQuery.QueryText <> EXCLUDED.QueryText;

-- The fleet
--
-- Instants are ticks of 100 ns since the year 1, in UTC; words of closed lists are their numbers. Ids compare byte by byte.
-- Rows that are written often leave room on their page, so that a write which moves no indexed column makes no index entry.

CREATE TABLE IF NOT EXISTS fleet_schema (
    step integer NOT NULL PRIMARY KEY,
    script text NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT now()
);

-- Found by what is due (partial indexes, empty when nothing is), and by region and id for lists. Other filters are
-- tested while walking a region: an index on each would cost every write.
CREATE TABLE IF NOT EXISTS computers (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    region text COLLATE "C" NOT NULL,
    shard integer NOT NULL,
    status integer NOT NULL,
    version text COLLATE "C" NOT NULL,
    connected_user text COLLATE "C",
    pending_state integer,
    reason integer,
    obstacle integer,
    operation_due_at bigint,
    operation_window date,
    update_due_at bigint,
    update_window date,
    office text COLLATE "C" NOT NULL,
    image_id text COLLATE "C" NOT NULL,
    image_type integer NOT NULL,
    pending_version text COLLATE "C",
    pending_date date,
    pending_method integer,
    name text COLLATE "C" NOT NULL,
    search_text text COLLATE "C" NOT NULL,
    users text COLLATE "C" NOT NULL,
    row_version bigint NOT NULL,
    state bytea NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
CREATE INDEX IF NOT EXISTS computers_by_region ON computers (region, id);
CREATE INDEX IF NOT EXISTS computers_by_operation ON computers (region, shard, operation_window, operation_due_at)
    WHERE operation_due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS computers_by_update ON computers (region, shard, update_window, update_due_at)
    WHERE update_due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS computers_changed ON computers (region, shard, update_window)
    WHERE pending_state = 3 AND obstacle IS DISTINCT FROM reason;

-- Who may connect to what. It follows the column computers.users, one line a user, by itself.
CREATE TABLE IF NOT EXISTS computer_users (
    user_id text COLLATE "C" NOT NULL,
    computer_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (user_id, computer_id)
);
CREATE OR REPLACE FUNCTION follow_computer_users() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM computer_users
        WHERE computer_id = OLD.id AND user_id = ANY (string_to_array(OLD.users, E'\n'));
    END IF;
    INSERT INTO computer_users (user_id, computer_id)
    SELECT one, NEW.id FROM unnest(string_to_array(NEW.users, E'\n')) AS one;
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER computer_users_of_new AFTER INSERT ON computers
    FOR EACH ROW WHEN (NEW.users <> '') EXECUTE FUNCTION follow_computer_users();
CREATE OR REPLACE TRIGGER computer_users_of_changed AFTER UPDATE OF users ON computers
    FOR EACH ROW WHEN (NEW.users <> OLD.users) EXECUTE FUNCTION follow_computer_users();

CREATE TABLE IF NOT EXISTS images (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    region text COLLATE "C" NOT NULL,
    shard integer NOT NULL,
    image_type integer NOT NULL,
    version text COLLATE "C" NOT NULL,
    update_due_at bigint,
    row_version bigint NOT NULL,
    state bytea NOT NULL
);
CREATE INDEX IF NOT EXISTS images_by_region ON images (region, id);
CREATE INDEX IF NOT EXISTS images_by_update ON images (region, shard, update_due_at) WHERE update_due_at IS NOT NULL;

CREATE TABLE IF NOT EXISTS regions (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    row_version bigint NOT NULL,
    state bytea NOT NULL
);

CREATE TABLE IF NOT EXISTS quota_days (
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    quota_limit integer NOT NULL,
    row_version bigint NOT NULL,
    PRIMARY KEY (region, day)
) WITH (fillfactor = 50);
CREATE TABLE IF NOT EXISTS quota_reservations (
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    shard integer NOT NULL,
    computer_id text COLLATE "C" NOT NULL,
    update_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (region, day, shard, computer_id, update_id)
);

-- The states of all other grains.
CREATE TABLE IF NOT EXISTS grain_state (
    grain_type text COLLATE "C" NOT NULL,
    grain_key text COLLATE "C" NOT NULL,
    state_name text COLLATE "C" NOT NULL,
    row_version bigint NOT NULL,
    written_at bigint NOT NULL,
    state bytea,
    PRIMARY KEY (grain_type, grain_key, state_name)
) WITH (fillfactor = 80);
CREATE INDEX IF NOT EXISTS grain_state_by_age ON grain_state (grain_type, written_at);

-- Events are numbered in the order of commits, without gaps: who appends takes the numbers from this row, last of all in a
-- transaction, and the row's lock keeps the next one waiting until that is committed. A sequence would number in the order
-- of asking, and a reader that goes on after the highest number it has seen would miss whoever commits later with a lower one.
CREATE TABLE IF NOT EXISTS event_counter (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    last bigint NOT NULL,
    youngest_at bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO event_counter (id, last, youngest_at) VALUES (1, 0, 0) ON CONFLICT (id) DO NOTHING;
CREATE TABLE IF NOT EXISTS events (
    sequence bigint NOT NULL PRIMARY KEY,
    at bigint NOT NULL,
    region text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    subject_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    requested_by text COLLATE "C" NOT NULL,
    data text COLLATE "C" NOT NULL,
    before_change text COLLATE "C",
    after_change text COLLATE "C"
);
CREATE INDEX IF NOT EXISTS events_by_subject ON events (subject_id, subject, sequence);

-- One row an update, which may move to another day.
CREATE TABLE IF NOT EXISTS updates (
    update_id text COLLATE "C" NOT NULL PRIMARY KEY,
    computer_id text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    day date NOT NULL,
    state integer NOT NULL,
    reason integer,
    started_at bigint,
    finished_at bigint,
    snapshot_id text COLLATE "C",
    reservation_id text COLLATE "C",
    version text COLLATE "C" NOT NULL,
    from_version text COLLATE "C" NOT NULL,
    method integer NOT NULL,
    requested_by text COLLATE "C" NOT NULL,
    requested_at bigint NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
CREATE INDEX IF NOT EXISTS updates_by_day ON updates (region, day, computer_id, update_id);

-- What end users are told. A user is told of an event once: the key says so.
CREATE TABLE IF NOT EXISTS notifications (
    user_id text COLLATE "C" NOT NULL,
    sequence bigint NOT NULL,
    kind integer NOT NULL,
    at bigint NOT NULL,
    computer_id text COLLATE "C" NOT NULL,
    computer_name text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL,
    update_id text COLLATE "C" NOT NULL,
    version text COLLATE "C" NOT NULL,
    starts_at bigint,
    ends_at bigint,
    reason integer,
    PRIMARY KEY (user_id, sequence)
);

CREATE TABLE IF NOT EXISTS bulk_operations (
    id text COLLATE "C" NOT NULL PRIMARY KEY,
    region text COLLATE "C" NOT NULL,
    command bytea NOT NULL,
    total integer NOT NULL,
    accepted integer NOT NULL,
    rejected integer NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint
) WITH (fillfactor = 50);
CREATE INDEX IF NOT EXISTS bulk_operations_unfinished ON bulk_operations (started_at, id) WHERE finished_at IS NULL;
CREATE TABLE IF NOT EXISTS bulk_items (
    operation_id text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    computer_id text COLLATE "C" NOT NULL,
    outcome integer,
    code integer,
    message text COLLATE "C",
    PRIMARY KEY (operation_id, number)
) WITH (fillfactor = 70);
CREATE INDEX IF NOT EXISTS bulk_items_unanswered ON bulk_items (operation_id, number) WHERE outcome IS NULL;

CREATE TABLE IF NOT EXISTS clock (
    id integer NOT NULL PRIMARY KEY CHECK (id = 1),
    is_simulated boolean NOT NULL,
    now bigint NOT NULL,
    rate double precision NOT NULL,
    paused boolean NOT NULL,
    term bigint NOT NULL
) WITH (fillfactor = 10);
