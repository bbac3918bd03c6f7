using System.Collections.Immutable;
using System.Globalization;

namespace Wuying.Bench.Measuring;

/// <summary>Several ways under the same load, in turns, so that what the machine does besides befalls all of them.</summary>
internal static class Rounds
{
    /// <summary>Measures each way in each round.</summary>
    /// <param name="ways">The ways.</param>
    /// <param name="rounds">How often each.</param>
    /// <param name="callers">How many callers at the same time, where a way is not better off with fewer.</param>
    /// <param name="duration">How long a round counts.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="progress">Told of each round.</param>
    /// <returns>A figure for each way.</returns>
    public static async Task<ImmutableArray<Figure>> RunAsync(
        IReadOnlyList<IWay> ways, int rounds, int callers, TimeSpan duration, string unit, IProgress<string> progress)
    {
        var rates = ways.Select(_ => new List<double>(rounds)).ToArray();
        for (var round = 1; round <= rounds; round++)
        {
            foreach (var (way, ofWay) in ways.Zip(rates))
            {
                // What the way before has left behind is not this one's to clear up.
                GC.Collect();
                var rate = await ClosedLoop.RunAsync(Math.Min(callers, way.CallersMax), duration, way.OnceAsync);
                ofWay.Add(rate);
                progress.Report(string.Create(CultureInfo.InvariantCulture, $"round {round} of {rounds}, {way.Name}: {rate:N0} {unit}"));
            }
        }

        return [.. ways.Zip(rates, (way, ofWay) => Figure.OfRounds(way.Name, ofWay, unit))];
    }
}
