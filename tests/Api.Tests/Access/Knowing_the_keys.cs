using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Contracts.Access;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

/// <summary>An Api keeps the keys in memory.</summary>
public sealed class Knowing_the_keys : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private TestApi _api = null!;

    private AccessKeys Keys => _api.Services.GetRequiredService<AccessKeys>();

    public async ValueTask InitializeAsync() =>
        _api = await TestApi.StartAsync(new FakeFleet(), builder => builder.Services.AddSingleton<TimeProvider>(_clock));

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Costs_nothing_within_a_second()
    {
        var key = await _api.MakeKeyAsync(Role.Viewer);
        var reads = _api.Fleet.Access.Reads;
        foreach (var _ in Enumerable.Range(0, 1_000))
        {
            Assert.NotNull(await Keys.FindAsync(key.Id));
        }

        Assert.Equal(reads, _api.Fleet.Access.Reads);
    }

    [Fact]
    public async Task Counts_no_more_after_five_seconds_whatever_fails()
    {
        var key = await _api.MakeKeyAsync(Role.Viewer);
        _api.Fleet.Access.Failure = new TimeoutException();
        _clock.Advance(AccessKeys.AgeMax - TimeSpan.FromTicks(1));
        Assert.NotNull(await Keys.FindAsync(key.Id));

        _clock.Advance(TimeSpan.FromTicks(1));
        await Assert.ThrowsAsync<TimeoutException>(async () => await Keys.FindAsync(key.Id));
    }

    [Fact]
    public async Task Goes_on_once_somebody_answers_again()
    {
        var key = await _api.MakeKeyAsync(Role.Viewer);
        _api.Fleet.Access.Failure = new TimeoutException();
        _clock.Advance(AccessKeys.AgeMax);
        await Assert.ThrowsAsync<TimeoutException>(async () => await Keys.FindAsync(key.Id));

        _api.Fleet.Access.Failure = null;
        Assert.Equal(key.Secret, (await Keys.FindAsync(key.Id))!.Secret);
    }

    [Fact]
    public async Task Knows_those_that_were_disabled()
    {
        var key = await _api.MakeKeyAsync(Role.Viewer);
        await _api.Fleet.Access.DisableKeyAsync(key.Id, "test");
        await Keys.RefreshAsync();
        Assert.True((await Keys.FindAsync(key.Id))!.Key.IsDisabled);
        Assert.Null(await Keys.FindAsync("LTAInobody"));
        Assert.True(await Keys.AnyAsync());
    }

    [Fact]
    public async Task Waits_for_nobody_who_keeps_silent()
    {
        await using var api = await TestApi.StartAsync(new FakeFleet(), builder => builder.Services.AddSingleton<IAccessStore, SilentFirst>());
        Assert.False(await api.Services.GetRequiredService<AccessKeys>().AnyAsync());
    }

    /// <summary>The first who is asked never answers.</summary>
    private sealed class SilentFirst : IAccessStore
    {
        private int _asked;

        public Task<AccessKeyDirectory?> ReadKeysAsync(long knownRevision) => Interlocked.Increment(ref _asked) == 1
            ? new TaskCompletionSource<AccessKeyDirectory?>().Task
            : Task.FromResult<AccessKeyDirectory?>(AccessKeyDirectory.Empty);

        public Task<Answer> AddKeyAsync(AccessKeyEntry entry) => throw new NotSupportedException();

        public Task<AccessKey?> DisableKeyAsync(string id, string requestedBy) => throw new NotSupportedException();

        public Task NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset> lastUses) => throw new NotSupportedException();

        public Task<ImmutableArray<string>> ReadKeyRingAsync() => throw new NotSupportedException();

        public Task AddToKeyRingAsync(string xml) => throw new NotSupportedException();
    }
}
