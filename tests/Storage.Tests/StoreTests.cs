namespace Wuying.Storage.Tests;

/// <summary>Tests that have a store to themselves each.</summary>
public abstract class StoreTests<THarness> : IAsyncLifetime
    where THarness : StoreHarness, new()
{
    protected THarness Store { get; } = new();

    public virtual ValueTask InitializeAsync() => Store.InitializeAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
