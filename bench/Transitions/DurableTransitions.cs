using System.Collections.Immutable;
using System.Globalization;
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
    private const int StockConnections = 32;

    private static readonly TimeSpan Trial = TimeSpan.FromSeconds(2);
    private static readonly ImmutableArray<int> RawConnections = [8, 16, 32, 64];

    public string Name => "durable-transitions";

    public string Summary => "Durable transitions a second through the grains of computers, on SQLite and PostgreSQL, beside grains on stock storage and raw updates.";

    public string Heeds => "--computers 10000 --callers 2000 --rounds 5 --seconds 4";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var callers = Math.Min(settings.Choose(settings.Callers, Callers, CallersInQuick), computers);
        var rounds = settings.Choose(settings.Rounds, RoundCount, RoundCountInQuick);
        var seconds = settings.Choose(settings.Seconds, Seconds, SecondsInQuick);
        var server = await PostgresServer.StartAsync();
        try
        {
            var database = server.ConnectionTo("postgres");
            using var folder = new TemporaryFolder();
            progress.Report($"computers are made in three silos");
            await using var sqlite = await FleetGrainsWay.StartAsync(
                "grains on the fleet store, SQLite", new StoreLocation(StoreKind.Sqlite, folder.File("fleet.db")), computers, callers);
            await using var postgres = await FleetGrainsWay.StartAsync(
                "grains on the fleet store, PostgreSQL", new StoreLocation(StoreKind.Postgres, database), computers, callers);
            await using var stock = await StockGrainsWay.StartAsync(database, StockConnections, computers, callers);
            await RawUpdateWay.PrepareAsync(database, computers);
            var pool = await FindBestPoolAsync(database, computers, callers, progress);
            await using var raw = RawUpdateWay.Open(database, pool, computers, callers);
            var figures = await Rounds.RunAsync(
                [stock, raw, postgres, sqlite], rounds, callers, TimeSpan.FromSeconds(seconds), "transitions/s", progress);
            return new Findings(
                Name,
                [
                    Figure.Configured("computers", computers), Figure.Configured("callers", callers),
                    Figure.Configured("rounds", rounds), Figure.Configured("a round", seconds, "s"),
                    Figure.Configured("connections of stock storage", StockConnections), Figure.Configured("connections of raw updates", pool),
                    figures[0], figures[1],
                    figures[2].Beside(figures[0], Goal.AtLeast(10)).Beside(figures[1], Goal.AtLeast(2.5)),
                    figures[3],
                ])
            {
                Notes =
                [
                    "Grains on the fleet store write the row with its query columns and an event in a transaction; the others the row alone.",
                    "The pool of raw updates is the best of "
                        + string.Join(", ", RawConnections) + ", each tried for two seconds in this run; stock storage does no better with another.",
                ],
            };
        }
        finally
        {
            server.End();
        }
    }

    private static async Task<int> FindBestPoolAsync(string database, int computers, int callers, IProgress<string> progress)
    {
        var best = (Connections: 0, Rate: 0.0);
        foreach (var connections in RawConnections)
        {
            await using var raw = RawUpdateWay.Open(database, connections, computers, callers);
            var rate = await ClosedLoop.RunAsync(callers, Trial, raw.OnceAsync);
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"{connections} connections, {raw.Name}: {rate:N0} transitions/s"));
            best = rate > best.Rate ? (connections, rate) : best;
        }

        return best.Connections;
    }
}
