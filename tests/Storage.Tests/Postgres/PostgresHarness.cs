using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Storage.Events;
using Wuying.Storage.Hosting;
using Wuying.Storage.Postgres;

namespace Wuying.Storage.Tests.Postgres;

/// <summary>A store in a database of its own, on the server that this process's tests share.</summary>
public sealed class PostgresHarness : HostedHarness
{
    private string? _connection;
    private bool _isOurs;

    public string Connection => _connection ?? throw new InvalidOperationException("The harness is not set up.");

    internal PostgresFleetStore Store => Services.GetRequiredService<PostgresFleetStore>();

    public override IReminderTable Reminders => throw new NotSupportedException("Orleans' own table keeps the reminders.");

    protected override int Writers => 2;

    /// <summary>The services of a store in a database, not opened yet.</summary>
    public static ServiceProvider ServicesAt(string connection, TimeProvider clock, TimeSpan patience = default) => ServicesWith(clock)
        .AddPostgresFleetStore(connection)
        .AddSingleton(new PostgresFleetStoreOptions(connection) { Patience = patience })
        .BuildServiceProvider();

    public override async ValueTask InitializeAsync()
    {
        _isOurs = true;
        await OpenAtAsync(await PostgresDatabases.TakeAsync());
    }

    /// <summary>Opens a store in a database that somebody else has made.</summary>
    public async Task OpenAtAsync(string connection)
    {
        _connection = connection;
        await base.InitializeAsync();
    }

    public override Task PurgeAsync() => ActivatorUtilities.CreateInstance<PostgresShortLivedStates>(Services).PurgeAsync();

    public override Task PurgeEventsAsync(int retentionDays) =>
        new PostgresEventRetention(Store, Options.Create(new EventRetentionOptions { RetentionDays = retentionDays })).PurgeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_isOurs)
        {
            await PostgresDatabases.GiveBackAsync(Connection);
        }
    }

    protected override ServiceProvider MakeServices() => ServicesAt(Connection, SystemClock);
}
