using System.Collections.Immutable;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Quotas;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Reads and writes the tables of quotas.</summary>
internal sealed class SqliteQuotas(SqliteSession session)
{
    /// <summary>Writes what changed in a day's quota unless its version is another one.</summary>
    public void Write(QuotaWrite write)
    {
        var (region, day) = (write.Day.RegionId.Value, write.Day.Day);
        if (!write.Matches(session.Number("SELECT row_version FROM quota_days WHERE region = ? AND day = ?", region, day)))
        {
            return;
        }

        session.Run(
            """
            INSERT INTO quota_days (region, day, quota_limit, row_version) VALUES (?, ?, ?, ?)
            ON CONFLICT (region, day) DO UPDATE SET quota_limit = excluded.quota_limit, row_version = excluded.row_version
            """,
            region, day, write.Limit, write.NewVersion);

        // Given back first: an id that was given back and granted again holds a place.
        foreach (var id in write.Released)
        {
            session.Run(
                "DELETE FROM quota_reservations WHERE region = ? AND day = ? AND shard = ? AND computer_id = ? AND update_id = ?",
                region, day, RegionShard.Of(id.ComputerId.Value), id.ComputerId.Value, id.Value);
        }

        foreach (var id in write.Granted)
        {
            session.Run(
                "INSERT OR IGNORE INTO quota_reservations (region, day, shard, computer_id, update_id) VALUES (?, ?, ?, ?, ?)",
                region, day, RegionShard.Of(id.ComputerId.Value), id.ComputerId.Value, id.Value);
        }
    }

    /// <summary>Reads a day's quota; null when there is none.</summary>
    public static QuotaRow? Read(SqliteSession session, DailyQuotaKey key)
    {
        var days = session.Query(
            "SELECT quota_limit, row_version FROM quota_days WHERE region = ? AND day = ?",
            row => (Limit: (int)row.Int64(0), Version: row.Int64(1)),
            key.RegionId.Value, key.Day);
        if (days is not [var day])
        {
            return null;
        }

        var holders = session.Query(
            "SELECT update_id FROM quota_reservations WHERE region = ? AND day = ?",
            row => new UpdateId(row.Text(0)),
            key.RegionId.Value, key.Day);
        return new QuotaRow(day.Version, new QuotaLedger(day.Limit, holders.ToImmutableHashSet()));
    }
}
