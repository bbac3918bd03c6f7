using Wuying.Contracts;
using Wuying.Contracts.Access;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Requests;

namespace Wuying.Storage.Tests;

public abstract class Forgetting_requests<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task R32_An_answer_is_kept_for_a_day_of_the_systems_time()
    {
        await RecordAsync(GrainTypes.RecordedRequest, "old");
        await RecordAsync("another-grain", "old");
        Store.SystemClock.Now += TimeSpan.FromHours(1);
        await RecordAsync(GrainTypes.RecordedRequest, "young");

        Store.SystemClock.Now += TimeSpan.FromHours(23);
        await Store.PurgeAsync();
        Assert.True(await ExistsAsync(GrainTypes.RecordedRequest, "old"));

        Store.SystemClock.Now += TimeSpan.FromTicks(1);
        await Store.PurgeAsync();
        Assert.False(await ExistsAsync(GrainTypes.RecordedRequest, "old"));
        Assert.True(await ExistsAsync(GrainTypes.RecordedRequest, "young"));
        Assert.True(await ExistsAsync("another-grain", "old"));
    }

    [Fact]
    public async Task Nonces_are_kept_for_an_hour_of_the_systems_time()
    {
        await Store.WriteAsync(GrainTypes.NonceSlice, "1/0", Sample.StateOf(NonceSlice.Empty));
        Store.SystemClock.Now += NonceSlice.KeptFor;
        await Store.PurgeAsync();
        Assert.True(await ExistsAsync(GrainTypes.NonceSlice, "1/0"));

        Store.SystemClock.Now += TimeSpan.FromTicks(1);
        await Store.PurgeAsync();
        Assert.False(await ExistsAsync(GrainTypes.NonceSlice, "1/0"));
    }

    private Task RecordAsync(string type, string key) => Store.WriteAsync(type, key, Sample.StateOf(new RecordedAnswer(200, null, null, [])));

    private async Task<bool> ExistsAsync(string type, string key) => type == GrainTypes.NonceSlice
        ? (await Store.ReadAsync<Stored<NonceSlice>>(type, key)).RecordExists
        : (await Store.ReadAsync<Stored<RecordedAnswer>>(type, key)).RecordExists;
}
