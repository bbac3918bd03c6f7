namespace Wuying.Grains.Fleet;

/// <summary>Calls many grains a wave at a time: enough at once to fill the store's commits, never all at once.</summary>
internal static class Waves
{
    /// <summary>Acts on every item. A failure keeps no other item from its turn.</summary>
    /// <returns>The items that failed, with what was thrown.</returns>
    public static async Task<IReadOnlyList<(T Item, Exception Error)>> RunAsync<T>(IEnumerable<T> items, int size, Func<T, Task> action)
    {
        var failures = new List<(T, Exception)>();
        foreach (var wave in items.Chunk(size))
        {
            await Task.WhenAll(wave.Select(TryAsync));
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
