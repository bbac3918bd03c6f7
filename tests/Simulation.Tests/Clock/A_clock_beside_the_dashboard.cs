using System.Net;
using System.Net.Sockets;
using Wuying.Harness;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

public sealed class A_clock_beside_the_dashboard : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Waits_for_none_of_the_timers_by_which_the_dashboard_samples()
    {
        var start = DateTimeOffset.Parse("2023-10-25T07:00:00Z");
        var port = FreePort();
        await using var fleet = await TestFleet.StartAsync(_folder.File("fleet.db"), start, ("Dashboard:Port", $"{port}"));
        using var client = new HttpClient();
        Assert.Contains("Orleans Dashboard", await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/")));

        var next = fleet.Service<FleetClock>().Simulated!.NextDueAt;

        Assert.True(next is null || next >= start.AddMinutes(30), $"Something is due at {next:O}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
