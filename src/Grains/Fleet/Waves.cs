namespace Wuying.Grains.Fleet;

/// <summary>Calls many grains a wave at a time: enough at once to fill the store's commits, never all at once.</summary>
internal sealed class Waves(FleetInstruments instruments)
{
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
        }
    }
}
