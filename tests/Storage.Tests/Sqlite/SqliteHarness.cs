using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Storage.Events;
using Wuying.Storage.Hosting;
using Wuying.Storage.Sqlite;

namespace Wuying.Storage.Tests.Sqlite;

/// <summary>A store in a file of its own, in a directory that goes away with it.</summary>
public sealed class SqliteHarness : HostedHarness
{
    public SqliteHarness()
        : this(Directory.CreateTempSubdirectory("wuying-store-").FullName)
    {
    }

    private SqliteHarness(string folder)
    {
        Folder = folder;
        File = Path.Combine(folder, "fleet.db");
    }

    public string Folder { get; }

    public string File { get; }

    internal SqliteFleetStore Store => Services.GetRequiredService<SqliteFleetStore>();

    protected override int Writers => 1;

    /// <summary>The services of a store at a path, not opened yet.</summary>
    public static ServiceProvider ServicesAt(string path, TimeProvider clock) => ServicesWith(clock).AddSqliteFleetStore(path).BuildServiceProvider();

    public override Task PurgeAsync() => ActivatorUtilities.CreateInstance<SqliteShortLivedStates>(Services).PurgeAsync();

    public override Task PurgeEventsAsync(int retentionDays) =>
        new SqliteEventRetention(Store, Options.Create(new EventRetentionOptions { RetentionDays = retentionDays })).PurgeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected override ServiceProvider MakeServices() => ServicesAt(File, SystemClock);
}
