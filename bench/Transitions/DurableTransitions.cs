using Wuying.Bench.Measuring;
using Wuying.Harness;
using Wuying.Harness.Processes;
using Wuying.Silo.Hosting;

namespace Wuying.Bench.Transitions;

/// <summary>Durable transitions a second through grains: users who connect and disconnect, on the fleet store and on Orleans' own storage, and what the database could do without either.</summary>
internal sealed class DurableTransitions : IMeasurement
{
    private const int Computers = 10_000;
    private const int ComputersInQuick = 2_000;
    private const int Callers = 2_000;
    private const int CallersInQuick = 500;
    private const int RoundCount = 5;
    private const int RoundCountInQuick = 1;
    private const int Seconds = 4;
    private const int SecondsInQuick = 2;
    private const string Raw = "raw single-row updates";
    private const string RawByFew = "raw updates, a caller a connection";

    public string Name => "durable-transitions";

    public string Summary => "Durable transitions a second through the grains of computers, on SQLite and PostgreSQL, beside grains on stock storage and raw updates.";

    public string Heeds => "--computers 10000 --callers 2000 --rounds 5 --seconds 4";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var server = await PostgresServer.StartAsync();
        try
        {
            return await MeasureAsync(server.ConnectionTo("postgres"), settings, progress);
        }
        finally
        {
            server.End();
        }
    }

    private async Task<Findings> MeasureAsync(string database, Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var callers = Math.Min(settings.Choose(settings.Callers, Callers, CallersInQuick), computers);
        var rounds = settings.Choose(settings.Rounds, RoundCount, RoundCountInQuick);
        var seconds = settings.Choose(settings.Seconds, Seconds, SecondsInQuick);
        using var folder = new TemporaryFolder();
        progress.Report("computers are made");
        await using var sqlite = await FleetGrainsWay.StartAsync(
            "grains on the fleet store, SQLite", new StoreLocation(StoreKind.Sqlite, folder.File("fleet.db")), computers, callers);
        await using var postgres = await FleetGrainsWay.StartAsync(
            "grains on the fleet store, PostgreSQL", new StoreLocation(StoreKind.Postgres, database), computers, callers);

        await RawUpdateWay.PrepareAsync(database, computers);
        var (ofStock, ofRaw, ofFew) = (
            await Pools.FindBestAsync(size => StockGrainsWay.StartAsync(database, size, callers, callers), callers, progress),
            await Pools.FindBestAsync(size => Task.FromResult(RawUpdateWay.Open(Raw, database, size, computers, callers)), callers, progress),
            await Pools.FindBestAsync(size => Task.FromResult(RawUpdateWay.Open(RawByFew, database, size, computers, size)), callers, progress));
        await using var stock = await StockGrainsWay.StartAsync(database, ofStock, computers, callers);
        await using var raw = RawUpdateWay.Open(Raw, database, ofRaw, computers, callers);
        await using var few = RawUpdateWay.Open(RawByFew, database, ofFew, computers, ofFew);

        var figures = await Rounds.RunAsync(
            [stock, raw, few, postgres, sqlite], rounds, callers, TimeSpan.FromSeconds(seconds), "transitions/s", progress);
        return new Findings(
            Name,
            [
                Figure.Configured("computers", computers), Figure.Configured("callers", callers),
                Figure.Configured("rounds", rounds), Figure.Configured("a round", seconds, "s"),
                new("pool of stock storage", ofStock, "connections"),
                new("pool of raw updates", ofRaw, "connections"),
                new("pool of raw updates, a caller a connection", ofFew, "connections"),
                .. figures[..3],
                figures[3].Beside(figures[0], Goal.AtLeast(10)).Beside(figures[1], Goal.AtLeast(2.5)).Beside(figures[2], Goal.AtLeast(2.5)),
                figures[4],
            ])
        {
            Notes =
            [
                "Grains on the fleet store write the row with its query columns and an event in a transaction; the others the row alone.",
                $"The baselines are on the same PostgreSQL server. Their pools: the best of {string.Join(", ", Pools.Sizes)} connections, each tried for two seconds in this run.",
            ],
        };
    }
}
