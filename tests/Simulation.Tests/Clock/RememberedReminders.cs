using System.Collections.Concurrent;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>A reminder table that outlives clusters and silos, and whose first reading can be kept waiting.</summary>
internal sealed class RememberedReminders : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderEntry> _rows = new();

    public Task Readable { get; set; } = Task.CompletedTask;

    public Task<ReminderTableData> ReadRows(GrainId grainId) =>
        Task.FromResult(new ReminderTableData(_rows.Values.Where(row => row.GrainId == grainId)));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end)
    {
        await Readable;
        return new ReminderTableData(_rows.Values.Where(row => row.GrainId.GetUniformHashCode() is var hash
            && (begin < end ? hash > begin && hash <= end : hash > begin || hash <= end)));
    }

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        Task.FromResult(_rows.GetValueOrDefault((grainId, reminderName)));

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        entry.ETag = "1";
        _rows[(entry.GrainId, entry.ReminderName)] = entry;
        return Task.FromResult<string?>(entry.ETag);
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) =>
        Task.FromResult(_rows.TryRemove((grainId, reminderName), out _));

    public Task TestOnlyClearTable()
    {
        _rows.Clear();
        return Task.CompletedTask;
    }
}
