using System.Globalization;
using Wuying.Bench.Hosting;
using Wuying.Bench.Measuring;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Bench.Consoles;

/// <summary>What a large fleet is to whoever looks at it through the console: how long they wait, and what it costs their browser.</summary>
internal sealed class ConsoleAtSize : IMeasurement
{
    private const int Computers = 100_000;
    private const int ComputersInQuick = 5_000;
    private const int FewComputers = 100;
    private const int RoundCount = 5;
    private const int RoundCountInQuick = 2;
    private const int Seconds = 60;
    private const int SecondsInQuick = 20;

    public string Name => "console";

    public string Summary => "The console in Chromium on a large fleet: milliseconds until a list is shown, narrowed and scrolled; bytes and processor of a page while a night runs.";

    public string Heeds => "--computers 100000 --rounds 5 --seconds 60";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var rounds = settings.Choose(settings.Rounds, RoundCount, RoundCountInQuick);
        var length = TimeSpan.FromSeconds(settings.Choose(settings.Seconds, Seconds, SecondsInQuick));
        var (_, few) = await LookAsync(FewComputers, rounds: 0, length, progress);
        var (list, many) = await LookAsync(computers, rounds, length, progress);
        var (fewBytes, fewBusy) = (FigureOf(FewComputers, "bytes to the browser", few.BytesPerSecond, "B/s"), FigureOf(FewComputers, "the page's thread is busy", few.Busy, "%"));
        return new Findings(
            Name,
            [
                Figure.Configured("computers", computers), Figure.Configured("rounds", rounds), Figure.Configured("watched", length.TotalSeconds, "s"),
                .. list,
                fewBytes, FigureOf(computers, "bytes to the browser", many.BytesPerSecond, "B/s").Beside(fewBytes),
                fewBusy, FigureOf(computers, "the page's thread is busy", many.Busy, "%").Beside(fewBusy),
                FigureOf(FewComputers, "updated by the end", few.Updated, "computers"), FigureOf(computers, "updated by the end", many.Updated, "computers"),
            ])
        {
            IsSound = few.Updated > 0 && many.Updated > 0,
            Notes =
            [
                "The program's own process, on SQLite, and Debian's Chromium share the machine. Times are the page's own, to the frame; a search waits 150 ms for another key.",
                "Bytes are those of messages before compression. The night: Tonight's page, open from a minute before the window on, at a minute a second.",
            ],
        };
    }

    private static async Task<(Figure[] List, WatchedNight Night)> LookAsync(int computers, int rounds, TimeSpan length, IProgress<string> progress)
    {
        using var folder = new TemporaryFolder();
        var store = await StoredFleet.MakeAsync(folder, computers, progress);
        await using var api = await ApiProcess.StartAsync("--store", $"sqlite:{store}", "--demo-fleet", "0", "--rate", "0");
        await using var page = await MeasuredPage.OpenAsync(api.Client.BaseAddress!);
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"the list of {computers:N0} computers"));
        var list = rounds == 0 ? [] : await new LongList(page, computers, rounds).MeasureAsync();
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"the night of {computers:N0} computers"));
        return (list, await WatchedNight.WatchAsync(api.Client, page, length));
    }

    private static Figure FigureOf(int computers, string what, double value, string unit) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Tonight, {computers:N0} updating: {what}"), value, unit);
}
