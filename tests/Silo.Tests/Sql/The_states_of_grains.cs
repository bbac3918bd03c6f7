using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Storage;

namespace Wuying.Silo.Tests.Sql;

/// <summary>Orleans' own grain storage over our statements.</summary>
public sealed class The_states_of_grains(ScratchDatabases server) : IAsyncLifetime
{
    private const string Kept = "kept";
    private const string Deleted = "deleted";

    private IHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var connectionString = await server.CreateDatabaseAsync();
        _host = new HostBuilder().UseOrleans((_, silo) => silo
            .UseLocalhostClustering()
            .AddAdoNetGrainStorage(Kept, (AdoNetGrainStorageOptions options) => Configure(options))
            .AddAdoNetGrainStorage(Deleted, (AdoNetGrainStorageOptions options) =>
            {
                Configure(options);
                options.DeleteStateOnClear = true;
            })).Build();
        foreach (var storage in new[] { Storage(Kept), Storage(Deleted) })
        {
            var stages = new RecordedLifecycle();
            ((ILifecycleParticipant<ISiloLifecycle>)storage).Participate(stages);
            await stages.StartAsync();
        }

        void Configure(AdoNetGrainStorageOptions options) => (options.Invariant, options.ConnectionString) = ("Npgsql", connectionString);
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("7+more")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef+more")]
    public async Task Come_back_as_they_were_written(string key)
    {
        var written = await WriteAsync(key, "first");
        written.State = ["second"];
        await Storage(Kept).WriteStateAsync("type", Grain(key), written);

        var read = await ReadAsync(key);
        Assert.Equal(("second", "2", true), (read.State!.Single(), read.ETag, read.RecordExists));
        Assert.False((await ReadAsync("other")).RecordExists);
    }

    [Fact]
    public async Task Are_told_apart_by_type_and_key()
    {
        string[] keys = ["7", "7+more", "7+less", "x7", "a"];
        foreach (var key in keys)
        {
            await WriteAsync(key, key);
        }

        var other = new GrainState<List<string>>(["of another type"]);
        await Storage(Kept).WriteStateAsync("another", Grain("a"), other);
        Assert.Equal(keys, await Task.WhenAll(keys.Select(async key => (await ReadAsync(key)).State!.Single())));
    }

    [Fact]
    public async Task Are_refused_with_a_version_that_is_not_the_newest()
    {
        var stale = await WriteAsync("a", "first");
        var newer = await ReadAsync("a");
        newer.State = ["second"];
        await Storage(Kept).WriteStateAsync("type", Grain("a"), newer);
        stale.State = ["lost"];

        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage(Kept).WriteStateAsync("type", Grain("a"), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage(Kept).ClearStateAsync("type", Grain("a"), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => Storage(Deleted).ClearStateAsync("type", Grain("a"), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync("a", "as if new"));
        Assert.Equal(["second"], (await ReadAsync("a")).State);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    public async Task Are_made_once_by_many_at_the_same_time(string key)
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, 16).Select(async number =>
            await Record.ExceptionAsync(() => WriteAsync(key, number.ToString(CultureInfo.InvariantCulture)))));

        Assert.Single(failures, failure => failure is null);
        Assert.Equal(15, failures.Count(failure => failure is InconsistentStateException));
        Assert.Equal("1", (await ReadAsync(key)).ETag);
    }

    [Fact]
    public async Task Go_on_with_their_version_after_they_were_cleared()
    {
        var state = await WriteAsync("a", "first");
        await Storage(Kept).ClearStateAsync("type", Grain("a"), state);
        var cleared = await ReadAsync("a");
        Assert.Equal((false, "2"), (cleared.RecordExists, cleared.ETag));

        cleared.State = ["again"];
        await Storage(Kept).WriteStateAsync("type", Grain("a"), cleared);
        Assert.Equal(("again", "3"), ((await ReadAsync("a")).State!.Single(), (await ReadAsync("a")).ETag));
    }

    [Fact]
    public async Task Are_gone_when_clearing_deletes()
    {
        var state = await WriteAsync("a", "first");
        await Storage(Deleted).ClearStateAsync("type", Grain("a"), state);
        Assert.Equal((false, null), ((await ReadAsync("a")).RecordExists, (await ReadAsync("a")).ETag));
        await Assert.ThrowsAsync<InconsistentStateException>(() =>
            Storage(Kept).WriteStateAsync("type", Grain("a"), new GrainState<List<string>>(["of a row that is gone"], "1")));
        Assert.Equal("1", (await WriteAsync("a", "anew")).ETag);
    }

    private static GrainId Grain(string key) => GrainId.Create("type", key);

    private IGrainStorage Storage(string name) => _host.Services.GetRequiredKeyedService<IGrainStorage>(name);

    private async Task<GrainState<List<string>>> WriteAsync(string key, string value)
    {
        var state = new GrainState<List<string>>([value]);
        await Storage(Kept).WriteStateAsync("type", Grain(key), state);
        return state;
    }

    private async Task<GrainState<List<string>>> ReadAsync(string key)
    {
        var state = new GrainState<List<string>>([]);
        await Storage(Kept).ReadStateAsync("type", Grain(key), state);
        return state;
    }
}
