namespace Wuying.Storage.Hosting;

/// <summary>A store that the host opens before anything else starts. Disposing of it closes it: what was queued is written first.</summary>
internal interface IFleetStore : IAsyncDisposable
{
    /// <summary>Opens the store, with its tables brought up to date. Opening it again does nothing.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened; the message says what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>Looks through all of an open store for damage, beside its work.</summary>
    /// <exception cref="StoreUnavailableException">It is damaged; the message says what to do.</exception>
    Task InspectAsync(CancellationToken cancellationToken = default);
}
