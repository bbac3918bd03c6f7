using System.Collections.Immutable;
using System.Globalization;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.Transitions;

/// <summary>Finds the number of connections with which a way does best on this machine: a baseline is given every advantage.</summary>
internal static class Pools
{
    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(2);

    /// <summary>The sizes that are tried; the last is the driver's own default.</summary>
    public static ImmutableArray<int> Sizes { get; } = [8, 16, 32, 64, 100];

    /// <summary>Tries each for two seconds.</summary>
    /// <param name="openAsync">Opens the way with so many connections.</param>
    /// <param name="callers">How many callers at the same time, where the way is not better off with fewer.</param>
    /// <param name="progress">Told of each.</param>
    /// <returns>The best.</returns>
    public static async Task<int> FindBestAsync<TWay>(Func<int, Task<TWay>> openAsync, int callers, IProgress<string> progress)
        where TWay : IWay, IAsyncDisposable
    {
        var best = (Size: 0, Rate: 0.0);
        foreach (var size in Sizes)
        {
            await using var way = await openAsync(size);
            var rate = await ClosedLoop.RunAsync(Math.Min(callers, way.CallersMax), Trial, way.OnceAsync);
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{size} connections, {way.Name}: {rate:N0} transitions/s"));
            best = rate > best.Rate ? (size, rate) : best;
        }

        return best.Size;
    }
}
