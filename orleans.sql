-- Orleans: what the ADO.NET providers of Orleans 10.4.2 need on PostgreSQL 15 or newer: clustering, reminders, grain storage.
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
