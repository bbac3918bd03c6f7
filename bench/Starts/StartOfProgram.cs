using System.Diagnostics;
using Wuying.Bench.Hosting;
using Wuying.Bench.Measuring;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Bench.Starts;

/// <summary>How long the program takes from its start until it says that it is ready, with a fleet in its store and with none.</summary>
internal sealed class StartOfProgram : IMeasurement
{
    private const int Computers = 100_000;
    private const int ComputersInQuick = 10_000;
    private const int RoundCount = 5;
    private const int RoundCountInQuick = 2;

    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(10);

    public string Name => "start";

    public string Summary => "Seconds from the start of the program's process until /health/ready says so, on a store with a fleet and on an empty one.";

    public string Heeds => "--computers 100000 --rounds 5";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var rounds = settings.Choose(settings.Rounds, RoundCount, RoundCountInQuick);
        using var folder = new TemporaryFolder();
        var stored = await StoredFleet.MakeAsync(folder, computers, progress);
        var (withFleet, withNone) = (new List<double>(rounds), new List<double>(rounds));
        for (var round = 1; round <= rounds; round++)
        {
            progress.Report($"round {round} of {rounds}");
            withNone.Add(await StartAsync(folder.File($"empty-{round}.db")));
            withFleet.Add(await StartAsync(stored));
        }

        var none = Figure.OfRounds("ready, on a new store", withNone, "s");
        return new Findings(
            Name,
            [
                Figure.Configured("computers", computers), Figure.Configured("rounds", rounds),
                none,
                Figure.OfRounds("ready, with the fleet in the store", withFleet, "s").Beside(none).ShouldBe(Goal.AtMost(5)),
            ])
        {
            Notes = ["The program's own process, on SQLite. Each computer has an update scheduled, so that every shard's window is woken. The file is in the system's cache."],
        };
    }

    private static async Task<double> StartAsync(string store)
    {
        var watch = Stopwatch.StartNew();
        await using var api = await ApiProcess.StartAsync("--store", $"sqlite:{store}", "--demo-fleet", "0", "--rate", "0");
        using var timer = new PeriodicTimer(AskInterval);
        while (!await IsReadyAsync(api.Client))
        {
            await timer.WaitForNextTickAsync();
        }

        var took = watch.Elapsed.TotalSeconds;
        await api.StopAsync();
        return took;
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.IsSuccessStatusCode;
    }
}
