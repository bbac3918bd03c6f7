using System.Globalization;

namespace Wuying.Storage.Sqlite;

/// <summary>Orleans' table of reminders. An entry's ETag is a number that is never given out again, so that a late removal cannot hit a newer entry.</summary>
internal sealed class SqliteReminderTable(SqliteFleetStore store) : IReminderTable
{
    private const string Columns = "grain_id, name, start_at, period, etag";

    public Task<ReminderTableData> ReadRows(GrainId grainId) =>
        ReadAsync($"SELECT {Columns} FROM reminders WHERE grain_id = ?", grainId.ToString());

    // (begin, end] on a ring: where begin is not below end the range goes over the top, and with both equal all around.
    public Task<ReminderTableData> ReadRows(uint begin, uint end) => ReadAsync(
        begin < end
            ? $"SELECT {Columns} FROM reminders WHERE hash > ? AND hash <= ?"
            : $"SELECT {Columns} FROM reminders WHERE hash > ? OR hash <= ?",
        (long)begin, (long)end);

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        var rows = await ReadAsync($"SELECT {Columns} FROM reminders WHERE grain_id = ? AND name = ?", grainId.ToString(), reminderName);
        return rows.Reminders.SingleOrDefault();
    }

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var (grain, hash, name) = (entry.GrainId.ToString(), (long)entry.GrainId.GetUniformHashCode(), entry.ReminderName);
        var (start, period) = (Utc(entry.StartAt).Ticks, entry.Period.Ticks);
        var etag = await store.WorkAsync($"t/{grain}/{name}", session => session.Number(
            "INSERT OR REPLACE INTO reminders (grain_id, name, hash, start_at, period) VALUES (?, ?, ?, ?, ?) RETURNING etag",
            grain, name, hash, start, period));
        return entry.ETag = etag?.ToString(CultureInfo.InvariantCulture);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => store.WorkAsync(
        $"t/{grainId}/{reminderName}",
        session => long.TryParse(eTag, NumberStyles.None, CultureInfo.InvariantCulture, out var etag) && session.Run(
            "DELETE FROM reminders WHERE grain_id = ? AND name = ? AND etag = ?", grainId.ToString(), reminderName, etag) > 0);

    public Task TestOnlyClearTable() => store.WorkAsync("t/", session => session.Run("DELETE FROM reminders"));

    private Task<ReminderTableData> ReadAsync(string sql, params object?[] values) =>
        store.AskAsync(session => new ReminderTableData(session.Query(sql, EntryOf, values)));

    private static ReminderEntry EntryOf(SqliteStatement row) => new()
    {
        GrainId = GrainId.Parse(row.Text(0), CultureInfo.InvariantCulture),
        ReminderName = row.Text(1),
        StartAt = new DateTime(row.Int64(2), DateTimeKind.Utc),
        Period = new TimeSpan(row.Int64(3)),
        ETag = row.Int64(4).ToString(CultureInfo.InvariantCulture),
    };

    // Orleans means UTC where it does not say.
    private static DateTime Utc(DateTime instant) => instant.Kind is DateTimeKind.Local ? instant.ToUniversalTime() : instant;
}
