using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Storage.Sqlite;

namespace Wuying.Storage.Tests.Sqlite;

public sealed class Opening_a_file : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wuying-open-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "fleet.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Makes_file_and_directories_that_are_not_there()
    {
        var path = System.IO.Path.Combine(_folder, "a", "b", "fleet.db");
        await OpenAndCloseAsync(path);

        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task Takes_an_empty_file_for_a_new_store()
    {
        await File.WriteAllBytesAsync(Path, []);
        await OpenAndCloseAsync(Path);

        Assert.Equal(SqliteSchema.Steps.Length, Ask("PRAGMA user_version"));
    }

    [Fact]
    public async Task Leaves_all_in_the_one_file_when_closed()
    {
        await OpenAndCloseAsync(Path);

        Assert.False(File.Exists(Path + "-wal"));
        Assert.False(File.Exists(Path + "-shm"));
    }

    [Fact]
    public async Task Opens_an_open_store_once()
    {
        await using var services = SqliteHarness.ServicesAt(Path, new SteppedClock());
        await services.GetRequiredService<SqliteFleetStore>().OpenAsync();
        await services.GetRequiredService<SqliteFleetStore>().OpenAsync();
    }

    [Fact]
    public void Takes_the_steps_that_a_file_has_not_taken_yet()
    {
        using var session = new SqliteSession(Path, readOnly: false);
        SqliteFile.Migrate(session, ["CREATE TABLE a (x)"]);
        SqliteFile.Migrate(session, ["CREATE TABLE a (x)", "CREATE TABLE b (x); INSERT INTO b VALUES (7)"]);

        Assert.Equal(2, session.Number("PRAGMA user_version"));
        Assert.Equal(7, session.Number("SELECT x FROM b"));
    }

    [Fact]
    public void Leaves_a_file_as_it_was_when_a_step_fails()
    {
        using var session = new SqliteSession(Path, readOnly: false);
        SqliteFile.Migrate(session, ["CREATE TABLE a (x)"]);

        Assert.Throws<SqliteException>(() => SqliteFile.Migrate(session, ["CREATE TABLE a (x)", "CREATE TABLE b (x); no sense"]));
        Assert.Equal(1, session.Number("PRAGMA user_version"));
        Assert.Equal(0, session.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'b'"));
    }

    [Fact]
    public async Task Refuses_a_newer_store()
    {
        await OpenAndCloseAsync(Path);
        Ask("PRAGMA user_version = 99");

        await AssertRefusedAsync(Path, "newer version");
    }

    [Fact]
    public async Task Refuses_a_database_of_another_program()
    {
        Ask("CREATE TABLE recipes (name)");

        await AssertRefusedAsync(Path, "another program");
    }

    [Fact]
    public async Task Refuses_a_file_that_is_no_database()
    {
        await File.WriteAllTextAsync(Path, string.Concat(Enumerable.Repeat("This is a letter to my aunt. ", 200)));

        await AssertRefusedAsync(Path, "not a database");
    }

    [Fact]
    public async Task Refuses_a_damaged_store()
    {
        await OpenAndCloseAsync(Path);
        await using (var file = File.OpenWrite(Path))
        {
            file.Position = 3 * SqlitePragmas.PageSize;
            await file.WriteAsync(Enumerable.Repeat((byte)0xAB, 4 * SqlitePragmas.PageSize).ToArray());
        }

        await AssertRefusedAsync(Path, "damaged");
    }

    [Fact]
    public async Task Refuses_a_store_that_is_open_already()
    {
        await using var services = SqliteHarness.ServicesAt(Path, new SteppedClock());
        await services.GetRequiredService<SqliteFleetStore>().OpenAsync();

        await AssertRefusedAsync(Path, "another process");
    }

    [Theory]
    [InlineData("/proc/wuying/fleet.db")]
    [InlineData("/dev/null/fleet.db")]
    [InlineData("/sys/kernel/fleet.db")]
    public Task Refuses_a_directory_that_cannot_be_written_to(string path) => AssertRefusedAsync(path, "another path");

    [Fact]
    public async Task Refuses_a_directory_in_the_place_of_the_file()
    {
        Directory.CreateDirectory(Path);

        await AssertRefusedAsync(Path, "no file");
    }

    private static async Task OpenAndCloseAsync(string path)
    {
        await using var services = SqliteHarness.ServicesAt(path, new SteppedClock());
        var store = services.GetRequiredService<SqliteFleetStore>();
        await store.OpenAsync();
        await store.InspectAsync();
    }

    private static async Task AssertRefusedAsync(string path, string because)
    {
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => OpenAndCloseAsync(path));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }

    private long? Ask(string sql)
    {
        using var session = new SqliteSession(Path, readOnly: false);
        return session.Number(sql);
    }
}
