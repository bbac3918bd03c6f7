using Wuying.Bench.Measuring;
using Wuying.Harness.Processes;

namespace Wuying.Bench.Writes;

/// <summary>Durable writes a second, grains aside: the fleet store beside what one would do without it, on one server.</summary>
internal sealed class DurableWrites : IMeasurement
{
    private const int Callers = 2_000;
    private const int CallersInQuick = 500;
    private const int RoundCount = 3;
    private const int RoundCountInQuick = 1;
    private const int Seconds = 6;
    private const int SecondsInQuick = 2;
    private const int Connections = 32;

    public string Name => "durable-writes";

    public string Summary => "Durable writes a second of the fleet store on PostgreSQL, of Orleans' ADO.NET storage and of raw upserts, grains aside.";

    public string Heeds => "--callers 2000 --rounds 3 --seconds 6";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var callers = settings.Choose(settings.Callers, Callers, CallersInQuick);
        var rounds = settings.Choose(settings.Rounds, RoundCount, RoundCountInQuick);
        var seconds = settings.Choose(settings.Seconds, Seconds, SecondsInQuick);
        var server = await PostgresServer.StartAsync();
        try
        {
            var database = server.ConnectionTo("postgres");
            await using var fleet = await FleetStoreWay.OpenAsync(database, callers);
            await using var raw = await RawUpsertWay.OpenAsync(database, callers, Connections);
            await using var stock = await StockStorageWay.OpenAsync(database, callers, Connections);
            var figures = await Rounds.RunAsync([stock, raw, fleet], rounds, callers, TimeSpan.FromSeconds(seconds), "writes/s", progress);
            return new Findings(
                Name,
                [
                    Figure.Configured("callers", callers), Figure.Configured("rounds", rounds), Figure.Configured("a round", seconds, "s"),
                    Figure.Configured("connections of stock and raw", Connections),
                    figures[0], figures[1], figures[2].Beside(figures[0]).Beside(figures[1]),
                ])
            {
                Notes = ["The fleet store writes the row with its query columns, an event and a row of the table of updates in a transaction; the others the row alone."],
            };
        }
        finally
        {
            server.End();
        }
    }
}
