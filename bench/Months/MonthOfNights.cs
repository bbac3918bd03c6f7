using System.Diagnostics;
using Wuying.Bench.Measuring;
using Wuying.Harness;

namespace Wuying.Bench.Months;

/// <summary>How fast a whole fleet lives through a month, and whether every rule held.</summary>
internal sealed class MonthOfNights : IMeasurement
{
    private const int Computers = 1_000;
    private const int ComputersInQuick = 200;
    private const int Nights = 30;
    private const int NightsInQuick = 7;

    public string Name => "month-of-nights";

    public string Summary => "A month of a fleet in two regions, with users, pushes, failures and restores, on SQLite; every event is checked against the rule book.";

    public string Heeds => "--computers 1000 --nights 30 --seed 1";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var nights = settings.Choose(settings.Nights, Nights, NightsInQuick);
        var seed = settings.Seed ?? 1;
        using var ticks = new TickCounter();
        using var folder = new TemporaryFolder();
        await using var fleet = await Month.StartAsync(folder.File("fleet.db"), seed);
        var month = new Month(fleet, computers, nights);
        await month.PrepareAsync();

        progress.Report("the month begins");
        var watch = Stopwatch.StartNew();
        await month.PassAsync();
        watch.Stop();

        progress.Report("the month is over; its events are checked");
        var report = new MonthReport(month.SimulatedTime, watch.Elapsed, nights, ticks.Count);
        await report.ReadAsync(fleet);
        return new Findings(
            Name,
            [
                Figure.Configured("computers", computers), Figure.Configured("nights", nights), Figure.Configured("seed", seed),
                .. report.Figures(month.Refusals),
            ])
        {
            IsSound = report.IsClean,
            Notes =
            [
                "The wall time is that of the month; starting, and reading every event afterwards, come on top.",
                .. report.Violations,
            ],
        };
    }
}
