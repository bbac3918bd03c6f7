using System.Diagnostics;
using System.Globalization;
using Wuying.Harness.Processes;
using Wuying.StoreWrites;

const int Connections = 32;

var callers = Argument(0, 2_000);
var seconds = Argument(1, 10);

var server = await PostgresServer.StartAsync();
try
{
    await using var fleet = await FleetStoreWay.OpenAsync(server.ConnectionTo("postgres"), callers);
    await using var raw = await RawUpsertWay.OpenAsync(server.ConnectionTo("postgres"), callers, Connections);
    await using var stock = await StockWay.OpenAsync(server.ConnectionTo("postgres"), callers, Connections);
    IWayOfWriting[] ways = [stock, raw, fleet, stock, raw, fleet];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{callers:N0} callers at a time, {seconds} s each, {Environment.ProcessorCount} cores"));
    foreach (var way in ways)
    {
        var rate = await MeasureAsync(way);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way.Name,-50} {rate,10:N0} durable writes/s"));
    }
}
finally
{
    server.End();
}

// Each caller has a computer of its own and writes it again as soon as it is durable. The first second is not counted.
async Task<double> MeasureAsync(IWayOfWriting way)
{
    var (written, watch) = (0L, Stopwatch.StartNew());
    var end = TimeSpan.FromSeconds(seconds + 1);
    await Task.WhenAll(Enumerable.Range(0, callers).Select(async computer =>
    {
        while (watch.Elapsed < end)
        {
            await way.WriteAsync(computer);
            if (watch.Elapsed.TotalSeconds >= 1)
            {
                Interlocked.Increment(ref written);
            }
        }
    }));
    return written / (watch.Elapsed.TotalSeconds - 1);
}

int Argument(int index, int otherwise) => index < args.Length ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;
