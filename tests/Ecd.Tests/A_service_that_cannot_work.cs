using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Ecd.Tests;

/// <summary>An Api whose only silo is dead.</summary>
public sealed class A_service_that_cannot_work : IAsyncLifetime
{
    private PostgresServer _postgres = null!;
    private SiloProcess _silo = null!;
    private ApiProcess _api = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.StartAsync();
        var store = $"postgres:{_postgres.ConnectionTo("postgres")}";
        _silo = SiloProcess.Start("--store", store, "--demo-fleet", "0", "--rate", "0", "--clock-start", "2023-10-25T02:00:00Z");
        await _silo.ReadyAsync();
        _api = await ApiProcess.StartAsync("--store", store, "--silo", "cluster");
    }

    public async ValueTask DisposeAsync()
    {
        await (_api?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_silo?.DisposeAsync() ?? ValueTask.CompletedTask);
        _postgres.End();
    }

    [Fact]
    public async Task Is_an_error_of_the_server_to_every_package()
    {
        await using var sdk = SdkProcess.Start(_api.Client.BaseAddress!);
        var clients = SdkProcess.Ways.Select(way => new SdkClient(sdk, way.Data, new TestKey("anybody", "anything"))).ToArray();
        await clients[0].AskAsync("DescribeRegions", new { RegionId = RunningService.Region });

        await _silo.KillAsync();

        foreach (var client in clients)
        {
            var thrown = await client.FailAsync("DescribeRegions", new { RegionId = RunningService.Region });
            Assert.Equal((client.Way, "ServiceUnavailable", 503), (client.Way, thrown.Code, thrown.Status));
            Assert.Equal(client.Way.StartsWith("openapi-core", StringComparison.Ordinal), thrown.Name is "ServerError");
        }
    }
}
