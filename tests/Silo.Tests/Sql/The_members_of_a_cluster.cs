using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Membership;
using Orleans.Runtime.MembershipService;

namespace Wuying.Silo.Tests.Sql;

/// <summary>Orleans' own membership table over our statements.</summary>
public sealed class The_members_of_a_cluster(ScratchDatabases server) : IAsyncLifetime
{
    private static readonly DateTime Start = new(2023, 10, 26, 12, 0, 0, DateTimeKind.Utc);

    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private string _connectionString = null!;
    private AdoNetClusteringTable _table = null!;

    public async ValueTask InitializeAsync()
    {
        _connectionString = await server.CreateDatabaseAsync();
        _table = await OpenAsync("one");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Are_none_at_first() =>
        Assert.Equal((0, 0), await ReadAsync(table => (table.Version.Version, table.Members.Count)));

    [Fact]
    public async Task Come_back_as_they_were_written()
    {
        var written = Entry(1);
        Assert.True(await InsertAsync(written));

        var read = (await _table.ReadRowAsync(written.SiloAddress)).Members.Single().Item1;
        Assert.Equal(
            (written.SiloAddress, written.SiloName, written.HostName, written.Status, written.ProxyPort, written.StartTime, written.IAmAliveTime),
            (read.SiloAddress, read.SiloName, read.HostName, read.Status, read.ProxyPort, read.StartTime, read.IAmAliveTime));
        Assert.Equal((1, 1), await ReadAsync(table => (table.Version.Version, table.Members.Count)));
        Assert.Empty((await _table.ReadRowAsync(Address(2))).Members);
    }

    [Fact]
    public async Task Join_one_after_the_other()
    {
        var version = (await _table.ReadAllAsync()).Version;
        var won = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => _table.InsertRowAsync(Entry(number), version.Next())));

        // Each of them has seen the same version; it holds for one.
        Assert.Single(won, won => won);
        Assert.Equal((1, 1), await ReadAsync(table => (table.Version.Version, table.Members.Count)));
    }

    [Fact]
    public async Task Join_once()
    {
        await InsertAsync(Entry(1));
        Assert.False(await InsertAsync(Entry(1)));
        Assert.Equal((1, 1), await ReadAsync(table => (table.Version.Version, table.Members.Count)));
    }

    [Fact]
    public async Task Change_with_the_version_that_was_read()
    {
        var entry = Entry(1);
        await InsertAsync(entry);
        var stale = (await _table.ReadAllAsync()).Version;
        entry.Status = SiloStatus.Dead;
        entry.AddSuspector(Address(2), Start);

        Assert.True(await UpdateAsync(entry, stale));
        Assert.False(await UpdateAsync(entry, stale));
        var read = (await _table.ReadRowAsync(entry.SiloAddress)).Members.Single().Item1;
        Assert.Equal(SiloStatus.Dead, read.Status);
        Assert.Equal(Tuple.Create(Address(2), Start), Assert.Single(read.SuspectTimes ?? []));
        Assert.Equal(2, await ReadAsync(table => table.Version.Version));
    }

    [Fact]
    public async Task Change_nothing_when_they_are_not_there()
    {
        Assert.False(await UpdateAsync(Entry(1), (await _table.ReadAllAsync()).Version));
        Assert.Equal((0, 0), await ReadAsync(table => (table.Version.Version, table.Members.Count)));
    }

    [Fact]
    public async Task Say_that_they_are_alive_without_a_new_version()
    {
        var entry = Entry(1);
        await InsertAsync(entry);
        entry.IAmAliveTime = Start.AddMinutes(1);
        await _table.UpdateIAmAliveAsync(entry);

        var table = await _table.ReadAllAsync();
        Assert.Equal((1, Start.AddMinutes(1)), (table.Version.Version, table.Members.Single().Item1.IAmAliveTime));
    }

    [Fact]
    public async Task Stay_as_alive_as_they_last_said_when_another_changes_them()
    {
        var entry = Entry(1);
        await InsertAsync(entry);
        var seen = await _table.ReadAllAsync();
        entry.IAmAliveTime = Start.AddMinutes(1);
        await _table.UpdateIAmAliveAsync(entry);
        Assert.True(await UpdateAsync(seen.Members.Single().Item1, seen.Version));

        Assert.Equal(Start.AddMinutes(1), await ReadAsync(table => table.Members.Single().Item1.IAmAliveTime));
    }

    [Fact]
    public async Task Are_cleaned_up_when_they_have_long_been_dead()
    {
        await InsertAsync(Entry(1, SiloStatus.Dead));
        await InsertAsync(Entry(2, SiloStatus.Active));
        await InsertAsync(Entry(3, SiloStatus.Dead, Start.AddDays(8)));
        var voted = Entry(4, SiloStatus.Active);
        await InsertAsync(voted);
        voted.Status = SiloStatus.Dead;
        voted.AddSuspector(Address(2), Start);
        await UpdateAsync(voted, (await _table.ReadAllAsync()).Version);

        await _table.CleanupDefunctSiloEntriesAsync(Start.AddDays(7));

        Assert.Equal([Address(2), Address(3)], await ReadAsync(table => table.Members.Select(member => member.Item1.SiloAddress).Order().ToArray()));
    }

    [Fact]
    public async Task Of_another_cluster_are_not_seen()
    {
        await InsertAsync(Entry(1));
        var other = await OpenAsync("two");
        Assert.Empty((await other.ReadAllAsync()).Members);

        await other.DeleteMembershipTableEntriesAsync("two");
        Assert.Single((await _table.ReadAllAsync()).Members);
        await _table.DeleteMembershipTableEntriesAsync("one");
        await _table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        Assert.Equal((0, 0), await ReadAsync(table => (table.Version.Version, table.Members.Count)));
    }

    [Fact]
    public async Task Are_gateways_when_they_are_active_and_have_a_port_for_clients()
    {
        await InsertAsync(Entry(1));
        await InsertAsync(Entry(2, SiloStatus.Joining));
        var closed = Entry(3);
        closed.ProxyPort = 0;
        await InsertAsync(closed);
        var provider = new AdoNetGatewayListProvider(
            NullLogger<AdoNetGatewayListProvider>.Instance,
            _services,
            Options.Create(new AdoNetClusteringClientOptions { Invariant = "Npgsql", ConnectionString = _connectionString }),
            Options.Create(new GatewayOptions()),
            Options.Create(new ClusterOptions { ClusterId = "one" }));
        await provider.InitializeGatewayListProviderAsync();

        Assert.Equal(30_001, Assert.Single(await provider.GetGatewaysAsync()).Port);
    }

    private static MembershipEntry Entry(int number, SiloStatus status = SiloStatus.Active, DateTime? alive = null) => new()
    {
        SiloAddress = Address(number),
        SiloName = $"silo-{number}",
        HostName = "host",
        Status = status,
        ProxyPort = 30_000 + number,
        StartTime = Start,
        IAmAliveTime = alive ?? Start,
    };

    private static SiloAddress Address(int number) => SiloAddress.New(IPAddress.Loopback, 11_000 + number, number);

    private async Task<AdoNetClusteringTable> OpenAsync(string clusterId)
    {
        var table = new AdoNetClusteringTable(
            _services,
            Options.Create(new ClusterOptions { ClusterId = clusterId }),
            Options.Create(new AdoNetClusteringSiloOptions { Invariant = "Npgsql", ConnectionString = _connectionString }),
            NullLogger<AdoNetClusteringTable>.Instance);
        await table.InitializeMembershipTableAsync(tryInitTableVersion: true);
        return table;
    }

    private async Task<T> ReadAsync<T>(Func<MembershipTableData, T> select) => select(await _table.ReadAllAsync());

    private async Task<bool> InsertAsync(MembershipEntry entry) => await _table.InsertRowAsync(entry, (await _table.ReadAllAsync()).Version.Next());

    private Task<bool> UpdateAsync(MembershipEntry entry, TableVersion seen) => _table.UpdateRowAsync(entry, seen.VersionEtag, seen.Next());
}
