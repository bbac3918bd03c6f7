using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;

namespace Wuying.Silo.Tests.Sql;

/// <summary>Orleans' own reminder table over our statements.</summary>
public sealed class The_reminders_of_a_service(ScratchDatabases server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2023, 10, 26, 0, 0, 0, 123, DateTimeKind.Utc);

    private IHost _host = null!;
    private IReminderTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        var connectionString = await server.CreateDatabaseAsync();
        _host = new HostBuilder().UseOrleans((_, silo) => silo
            .UseLocalhostClustering()
            .UseAdoNetReminderService((AdoNetReminderTableOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString))).Build();
        _table = _host.Services.GetRequiredService<IReminderTable>();
        await _table.StartAsync();
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Come_back_as_they_were_written()
    {
        var written = Entry("region/2023-10-26/3");
        var etag = await _table.UpsertRow(written);
        var read = await _table.ReadRow(written.GrainId, "tick");

        Assert.NotNull(read);
        Assert.Equal((written.GrainId, "tick", Start, TimeSpan.FromMinutes(1), etag), (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
        Assert.Null(await _table.ReadRow(written.GrainId, "tock"));
    }

    [Fact]
    public async Task May_be_longer_apart_than_a_small_number_of_milliseconds_can_say()
    {
        var entry = Entry("rare");
        entry.Period = TimeSpan.FromDays(60);
        await _table.UpsertRow(entry);
        Assert.Equal(TimeSpan.FromDays(60), (await _table.ReadRow(entry.GrainId, "tick"))!.Period);
    }

    [Fact]
    public async Task Are_replaced_under_a_new_tag()
    {
        var entry = Entry("a");
        var first = await _table.UpsertRow(entry);
        entry.Period = TimeSpan.FromHours(1);
        Assert.NotEqual(first, await _table.UpsertRow(entry));
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single((await _table.ReadRows(entry.GrainId)).Reminders).Period);
    }

    [Fact]
    public async Task Are_set_by_many_at_once()
    {
        var tags = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => _table.UpsertRow(Entry("a"))));
        Assert.Equal(16, tags.Distinct().Count());
        Assert.Single((await _table.ReadRows(0, 0)).Reminders);
    }

    [Fact]
    public async Task Are_removed_by_their_newest_tag_alone()
    {
        var entry = Entry("a");
        var old = await _table.UpsertRow(entry);
        Assert.True(await _table.RemoveRow(entry.GrainId, "tick", old!));
        var current = await _table.UpsertRow(entry);

        Assert.False(await _table.RemoveRow(entry.GrainId, "tick", old!));
        Assert.True(await _table.RemoveRow(entry.GrainId, "tick", current!));
        Assert.False(await _table.RemoveRow(entry.GrainId, "tick", current!));
    }

    [Fact]
    public async Task Are_found_by_ranges_open_below_closed_above_and_around_the_top()
    {
        var entries = Enumerable.Range(0, 40).Select(number => Entry($"grain-{number}")).ToArray();
        await Task.WhenAll(entries.Select(_table.UpsertRow));
        var hashes = entries.Select(entry => entry.GrainId.GetUniformHashCode()).Order().ToArray();

        await AssertRangeAsync(hashes[5], hashes[9], hash => hash > hashes[5] && hash <= hashes[9]);
        await AssertRangeAsync(hashes[5], hashes[35], hash => hash > hashes[5] && hash <= hashes[35]);
        await AssertRangeAsync(hashes[30], hashes[4], hash => hash > hashes[30] || hash <= hashes[4]);
        await AssertRangeAsync(hashes[9], hashes[5], hash => hash > hashes[9] || hash <= hashes[5]);
        await AssertRangeAsync(hashes[7], hashes[7], _ => true);
        await AssertRangeAsync(0, 0, _ => true);
        await AssertRangeAsync(0, uint.MaxValue, hash => hash > 0);
        await AssertRangeAsync(uint.MaxValue, 0, hash => hash == 0);

        async Task AssertRangeAsync(uint begin, uint end, Func<uint, bool> isIn)
        {
            var read = await _table.ReadRows(begin, end);
            Assert.Equal(hashes.Where(isIn), read.Reminders.Select(entry => entry.GrainId.GetUniformHashCode()).Order());
        }
    }

    [Fact]
    public async Task Can_be_cleared()
    {
        await _table.UpsertRow(Entry("a"));
        await _table.TestOnlyClearTable();
        Assert.Empty((await _table.ReadRows(0, 0)).Reminders);
    }

    private static ReminderEntry Entry(string key) => new()
    {
        GrainId = GrainId.Create("update-window", key),
        ReminderName = "tick",
        StartAt = Start,
        Period = TimeSpan.FromMinutes(1),
    };
}
