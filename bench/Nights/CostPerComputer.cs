using System.Collections.Immutable;
using System.Globalization;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.Nights;

/// <summary>What a computer costs in a night, in fleets of several sizes: whether work grows faster than the fleet.</summary>
internal sealed class CostPerComputer : IMeasurement
{
    private const int WarmUpComputers = 2_000;

    private static readonly ImmutableArray<int> Sizes = [10_000, 100_000, 300_000];
    private static readonly ImmutableArray<int> SizesInQuick = [1_000, 5_000];

    public string Name => "cost-per-computer";

    public string Summary => "Time of a night, by computer: schedule, snapshot, start, finish, in fleets of 10,000, 100,000 and 300,000.";

    public string Heeds => "--computers 300000 (the largest fleet)";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        ImmutableArray<int> sizes = [.. (settings.IsQuick ? SizesInQuick : Sizes).Where(size => size <= (settings.Computers ?? int.MaxValue))];
        progress.Report("a night to warm up");
        await Night.PassAsync(WarmUpComputers);

        // The smallest comes before and after the others: what the machine does meanwhile shows in the difference.
        var nights = new List<Night>();
        foreach (var size in sizes.Append(sizes[0]))
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"a night of {size:N0} computers"));
            nights.Add(await Night.PassAsync(size));
        }

        ImmutableArray<Figure> whole = [.. sizes.Select(size => FigureOf(nights, size, "a night", night => night.Scheduling + night.Passing))];
        return new Findings(
            Name,
            [
                Figure.Configured("warm-up", WarmUpComputers, "computers"),
                whole[0], .. whole.Skip(1).Select(figure => figure.Beside(whole[0], Goal.AtMost(1.25))),
                .. sizes.Select(size => FigureOf(nights, size, "scheduling", night => night.Scheduling)),
                .. sizes.Select(size => FigureOf(nights, size, "from snapshot to finish", night => night.Passing)),
            ])
        {
            Notes =
            [
                "One silo in this process on a new SQLite file for each night, all computers in one region, called by tests/Harness; importing is not counted.",
                "A computer has five transitions in a night, each durable by itself: scheduled, snapshot begun and done, update begun and done.",
            ],
        };
    }

    private static Figure FigureOf(IEnumerable<Night> nights, int size, string what, Func<Night, TimeSpan> part) => Figure.OfRounds(
        string.Create(CultureInfo.InvariantCulture, $"{what}, {size:N0} computers"),
        nights.Where(night => night.Computers == size).Select(night => part(night).TotalMicroseconds / size),
        "µs/computer");
}
