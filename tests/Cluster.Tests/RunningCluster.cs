using System.Net.Http.Json;
using Wuying.Harness.Processes;

namespace Wuying.Cluster.Tests;

/// <summary>A real cluster on loopback: three silos, an Api, and a PostgreSQL of its own. The tests of a run share it, each with a region for itself.</summary>
public sealed class RunningCluster : IAsyncLifetime
{
    private const string ClockStart = "2023-10-24T10:00:00Z";

    private readonly SiloProcess[] _silos = new SiloProcess[3];
    private ApiProcess _api = null!;

    public PostgresServer Postgres { get; private set; } = null!;

    /// <summary>Calls the Api.</summary>
    public HttpClient Client => _api.Client;

    public int SilosCount => _silos.Length;

    public async ValueTask InitializeAsync()
    {
        Postgres = await PostgresServer.StartAsync();
        for (var number = 0; number < _silos.Length; number++)
        {
            _silos[number] = SiloProcess.Start(
                "--store", Store, "--demo-fleet", "0", "--rate", "0", "--clock-start", ClockStart);
        }

        await Task.WhenAll(_silos.Select(silo => silo.ReadyAsync()));
        _api = await ApiProcess.StartAsync("--store", Store, "--silo", "cluster");
    }

    public SiloProcess Silo(int number) => _silos[number];

    /// <summary>Ends silos at the same instant, as a power cut would.</summary>
    public Task KillAsync(params int[] numbers) => Task.WhenAll(numbers.Select(number => _silos[number].KillAsync()));

    /// <summary>Stops a silo as an operator would; it hands its grains over.</summary>
    public async Task StopAsync(int number) => Assert.Equal(0, await _silos[number].StopAsync());

    /// <summary>Starts silos that have ended, in their places, and returns when they are parts of the cluster.</summary>
    public async Task StartAgainAsync(params int[] numbers)
    {
        foreach (var number in numbers)
        {
            var dead = _silos[number];
            _silos[number] = dead.StartAgain();
            await dead.DisposeAsync();
        }

        await Task.WhenAll(numbers.Select(number => _silos[number].ReadyAsync()));
    }

    /// <summary>What the Api says, once it says something other than "not now".</summary>
    public async Task<T> AskAsync<T>(string path)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            using var answer = await Client.GetAsync($"/api/v1{path}", TestContext.Current.CancellationToken);
            if (!answer.IsNotNow())
            {
                answer.EnsureSuccessStatusCode();
                return (await answer.Content.ReadFromJsonAsync<T>(TestContext.Current.CancellationToken))!;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_api?.DisposeAsync() ?? ValueTask.CompletedTask);
        foreach (var silo in _silos.OfType<SiloProcess>())
        {
            await silo.DisposeAsync();
        }

        Postgres?.End();
    }

    private string Store => $"postgres:{Postgres.ConnectionTo("postgres")}";
}
