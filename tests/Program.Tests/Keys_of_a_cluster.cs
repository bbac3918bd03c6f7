using System.Net;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

/// <summary>A silo and two Apis on PostgreSQL; keys are made and disabled beside them, in the database.</summary>
public sealed class Keys_of_a_cluster : IAsyncLifetime
{
    private const string Summary = "/api/v1/fleet/summary";

    // Five seconds, and what it takes to ask on a busy machine.
    private static readonly TimeSpan KnownEverywhereWithin = TimeSpan.FromSeconds(10);

    private PostgresServer _postgres = null!;
    private SiloProcess _silo = null!;
    private ApiProcess _one = null!;
    private ApiProcess _other = null!;

    private string Store => $"postgres:{_postgres.ConnectionTo("postgres")}";

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresServer.StartAsync();
        _silo = SiloProcess.Start("--store", Store, "--demo-fleet", "0", "--rate", "0", "--clock-start", "2023-10-24T10:00:00Z");
        await _silo.ReadyAsync();
        _one = await StartApiAsync("http://127.0.0.1:0");
        _other = await StartApiAsync("http://127.0.0.1:0");
    }

    public async ValueTask DisposeAsync()
    {
        await (_one?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_other?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _silo.DisposeAsync();
        _postgres.End();
    }

    [Fact]
    public async Task Are_known_to_every_Api_within_seconds_and_so_is_their_end()
    {
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await _one.Client.AskAsync(Summary), await _other.Client.AskAsync(Summary)));
        var refused = await ProgramRun.RunAsync("Api", "--urls", "http://0.0.0.0:0", "--store", Store, "--silo", "cluster");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("keys create --role administrator", refused.Error);

        var key = await Keys.MakeAsync(Store, "--role", "administrator");
        await BecomesAsync(HttpStatusCode.Unauthorized, _one, key: null);
        await BecomesAsync(HttpStatusCode.Unauthorized, _other, key: null);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await _one.Client.AskAsync(Summary, key), await _other.Client.AskAsync(Summary, key)));

        // A session that one began goes on at the other: they share the ring.
        using var session = await _one.Client.SendAsync(HttpMethod.Post, "/api/v1/session", key: null, $$"""{"accessKeyId":"{{key.Id}}","accessKeySecret":"{{key.Secret}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Get, Summary);
        request.Headers.Add("Cookie", session.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await _other.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        await using (var open = await StartApiAsync("http://0.0.0.0:0"))
        {
            Assert.Equal(HttpStatusCode.OK, await open.Client.AskAsync(Summary, key));
        }

        Assert.Equal(0, (await Keys.RunAsync("disable", key.Id, "--store", Store)).ExitCode);
        await BecomesAsync(HttpStatusCode.Unauthorized, _one, key);
        await BecomesAsync(HttpStatusCode.Unauthorized, _other, key);
    }

    private Task<ApiProcess> StartApiAsync(string urls) => ApiProcess.StartAsync("--urls", urls, "--store", Store, "--silo", "cluster");

    private static async Task BecomesAsync(HttpStatusCode expected, ApiProcess api, TestKey? key)
    {
        using var patience = new CancellationTokenSource(KnownEverywhereWithin);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await api.Client.AskAsync(Summary, key) != expected)
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
