using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Access;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Fakes;

/// <summary>The real web part over a fleet in memory, asked without a network: every header and byte as a test wants it, and many thousands of requests.</summary>
internal sealed class DirectApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestServer _server;

    private DirectApi(WebApplication app, FakeFleet fleet) => (_app, _server, Fleet) = (app, app.GetTestServer(), fleet);

    public FakeFleet Fleet { get; }

    /// <summary>What it is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts it over a fleet, beside others perhaps.</summary>
    /// <param name="fleet">The fleet; null for a new one.</param>
    /// <param name="clock">What measures calls; null for the system's.</param>
    /// <param name="more">More of the command line.</param>
    public static async Task<DirectApi> StartAsync(FakeFleet? fleet = null, TimeProvider? clock = null, params string[] more)
    {
        var known = fleet ?? new FakeFleet();
        var app = TestApi.Build(
            known,
            builder =>
            {
                builder.WebHost.UseTestServer();
                if (clock is not null)
                {
                    builder.Services.AddSingleton(clock);
                }
            },
            more);
        await app.StartAsync();
        return new DirectApi(app, known);
    }

    /// <summary>Makes a key, as the program's commands do.</summary>
    public async Task<TestKey> MakeKeyAsync(Role role)
    {
        var wanted = new AccessKey { Id = AccessKeySecrets.NewId(), Role = role, CreatedAt = default, CreatedBy = "test" };
        var (made, _) = await Services.GetRequiredService<AccessKeyMaker>().MakeAsync(wanted);
        await Services.GetRequiredService<AccessKeys>().RefreshAsync();
        return new TestKey(made!.Key.Id, made.Secret);
    }

    /// <summary>Sends one request.</summary>
    /// <returns>Its context, with the answer read.</returns>
    public async Task<(int Status, string Body)> SendAsync(Action<HttpRequest> write)
    {
        var context = await _server.SendAsync(each =>
        {
            each.Request.Host = new HostString("localhost");
            write(each.Request);
        });
        using var reader = new StreamReader(context.Response.Body);
        return (context.Response.StatusCode, await reader.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
