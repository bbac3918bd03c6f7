namespace Wuying.Api.Tests.Fakes;

/// <summary>One Api for all tests of a class that leave the fleet as it is.</summary>
public sealed class SharedApi : IAsyncLifetime
{
    public TestApi Api { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => Api.DisposeAsync();
}
