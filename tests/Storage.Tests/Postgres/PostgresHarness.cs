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

    public string Connection => _connection ?? throw new InvalidOperationException("The harness is not set up.");

    internal PostgresFleetStore Store => Services.GetRequiredService<PostgresFleetStore>();

    public override IReminderTable Reminders => throw new NotSupportedException("Orleans' own table keeps the reminders.");

    protected override int Writers => 2;

    /// <summary>The services of a store in a database, not opened yet.</summary>
    public static ServiceProvider ServicesAt(string connection, TimeProvider clock) =>
        ServicesWith(clock).AddPostgresFleetStore(connection).BuildServiceProvider();

    public override async ValueTask InitializeAsync()
    {
        _connection = await PostgresDatabases.MakeAsync();
        await base.InitializeAsync();
    }

    public override Task PurgeAsync() => ActivatorUtilities.CreateInstance<PostgresRecordedRequests>(Services).PurgeAsync();

    public override Task PurgeEventsAsync(int retentionDays) =>
        new PostgresEventRetention(Store, Options.Create(new EventRetentionOptions { RetentionDays = retentionDays })).PurgeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_connection is not null)
        {
            await PostgresDatabases.DropAsync(_connection);
        }
    }

    protected override ServiceProvider MakeServices() => ServicesAt(Connection, SystemClock);
}
