using System.Text.Json;
using Wuying.Bench.Hosting;
using Wuying.Bench.Measuring;
using Wuying.Harness;

namespace Wuying.Bench.Http;

/// <summary>Requests a second that the real Api answers in this process, beside an endpoint that does nothing.</summary>
internal sealed class Requests : IMeasurement
{
    private const int Computers = 10_000;
    private const int ComputersInQuick = 1_000;
    private const int Connections = 32;
    private const int RoundCount = 5;
    private const int RoundCountInQuick = 1;
    private const int Seconds = 3;
    private const int SecondsInQuick = 1;
    private const int PageSize = 100;

    private static readonly string Page = $"/api/v1/regions/{A.Hangzhou}/computers?status=running&pending=none&limit={PageSize}";

    public string Name => "http";

    public string Summary => "Requests a second over loopback: an empty endpoint, one computer, a filtered page of 100, all in this process.";

    public string Heeds => "--computers 10000 --callers 32 --rounds 5 --seconds 3";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var connections = settings.Callers ?? Connections;
        var rounds = settings.Choose(settings.Rounds, RoundCount, RoundCountInQuick);
        var seconds = settings.Choose(settings.Seconds, Seconds, SecondsInQuick);
        using var folder = new TemporaryFolder();
        await using var api = await ApiHost.StartAsync(folder.File("fleet.db"));
        await using var empty = await EmptyApi.StartAsync();
        progress.Report("computers are made");
        await api.Grains.AddAsync(NumberedComputers.First(computers));
        await CheckAsync(api.Address);

        using var nothing = await RequestsWay.OpenAsync("an empty endpoint", empty.Address, connections, ["/"]);
        using var one = await RequestsWay.OpenAsync(
            "GET one computer", api.Address, connections, Enumerable.Range(0, computers).Select(number => $"/api/v1/computers/{NumberedComputers.IdOf(number)}"));
        using var page = await RequestsWay.OpenAsync($"GET a filtered page of {PageSize}", api.Address, connections, [Page]);
        var figures = await Rounds.RunAsync([nothing, one, page], rounds, connections, TimeSpan.FromSeconds(seconds), "requests/s", progress);
        return new Findings(
            Name,
            [
                Figure.Configured("computers", computers), Figure.Configured("connections", connections),
                Figure.Configured("rounds", rounds), Figure.Configured("a round", seconds, "s"),
                figures[0], figures[1].Beside(figures[0], Goal.AtLeast(0.5)), figures[2].Beside(figures[0]),
                new Figure("computers in pages", figures[2].Value * PageSize, "computers/s"),
            ])
        {
            Notes = ["Servers and connections share the process and its cores; the empty endpoint is a web application of its own, without the Api's metrics."],
        };
    }

    private static async Task CheckAsync(Uri address)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var page = JsonDocument.Parse(await client.GetStringAsync(Page));
        if (page.RootElement.GetProperty("items").GetArrayLength() is var items && items != PageSize)
        {
            throw new InvalidOperationException($"The page has {items} computers, not {PageSize}.");
        }
    }
}
