namespace Wuying.Storage.Hosting;

/// <summary>Removes what has grown old.</summary>
internal interface IPurge
{
    /// <summary>Removes it, a bounded piece at a time.</summary>
    /// <exception cref="IOException">The store could not do it; to be tried again later.</exception>
    Task PurgeAsync(CancellationToken cancellationToken = default);
}
