namespace Wuying.Grains.Fleet;

/// <summary>Calls many grains a wave at a time: enough at once to fill the store's commits, never all at once. What waits for a turn behind them waits for these only.</summary>
internal sealed class Waves(FleetInstruments instruments) : IDisposable
{
    /// <summary>Of all waves of a silo together. Fewer fill its commits less well; more keep requests waiting (docs/performance.md).</summary>
    /// <remarks>Must be more than a wave has calls that run waves themselves, or these would wait for each other.</remarks>
    public const int CallsAtOnce = 1_024;

    private readonly SemaphoreSlim _places = new(CallsAtOnce);

    public void Dispose() => _places.Dispose();

    /// <summary>Acts on every item. A failure keeps no other item from its turn.</summary>
    /// <param name="kind">What the items are, of <see cref="WaveKind"/>.</param>
    /// <param name="items">All of them.</param>
    /// <param name="size">How many at the same time.</param>
    /// <param name="action">What is done with each.</param>
    /// <returns>The items that failed, with what was thrown.</returns>
    public async Task<IReadOnlyList<(T Item, Exception Error)>> RunAsync<T>(string kind, IEnumerable<T> items, int size, Func<T, Task> action)
    {
        var failures = new List<(T, Exception)>();
        foreach (var wave in items.Chunk(size))
        {
            var (failedBefore, startedAt) = (failures.Count, instruments.Timestamp);
            await Task.WhenAll(wave.Select(TryAsync));
            instruments.OnWave(kind, wave.Length, failures.Count - failedBefore, startedAt);
        }

        return failures;

        async Task TryAsync(T item)
        {
            await _places.WaitAsync();
            try
            {
                await action(item);
            }
#pragma warning disable CA1031 // Whatever went wrong with one computer, the others have their turn.
            catch (Exception error)
#pragma warning restore CA1031
            {
                failures.Add((item, error));
            }
            finally
            {
                _places.Release();
            }
        }
    }
}
