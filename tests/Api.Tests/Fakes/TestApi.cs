using System.Net.Http.Headers;
using System.Net;
using System.Text.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Domain.Access;
using Wuying.Domain.Regions;
using Wuying.Harness;

namespace Wuying.Api.Tests.Fakes;

/// <summary>The real web part on a free port over a fleet in memory.</summary>
public sealed class TestApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApi(WebApplication app, FakeFleet fleet)
    {
        (_app, Fleet) = (app, fleet);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public FakeFleet Fleet { get; }

    public HttpClient Client { get; }

    /// <summary>What it is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Every endpoint that the running web part has.</summary>
    public IEnumerable<RouteEndpoint> Endpoints => _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    /// <summary>Every route that the running web part takes, described or not.</summary>
    public IEnumerable<(string Method, string Template)> Routes =>
        from endpoint in Endpoints
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
        select (method, endpoint.RoutePattern.RawText!.TrimEnd('/'));

    /// <summary>Starts it.</summary>
    /// <param name="more">More of the command line.</param>
    public static Task<TestApi> StartAsync(params string[] more) => StartAsync(new FakeFleet(), more);

    /// <summary>Starts it over a fleet, beside others perhaps.</summary>
    public static Task<TestApi> StartAsync(FakeFleet fleet, params string[] more) => StartAsync(fleet, _ => { }, more);

    /// <summary>Starts it over a fleet, with something else in it.</summary>
    public static async Task<TestApi> StartAsync(FakeFleet fleet, Action<WebApplicationBuilder> change, params string[] more)
    {
        string[] args = ["--urls", "http://127.0.0.1:0", .. more];
        var builder = WebApplication.CreateBuilder(args);
        var options = ProgramOptionsReader.Read(args, builder.Configuration).Options!;
        builder.AddWuyingWeb(options);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Cluster>();
        builder.Services.AddSingleton(FakeGrainFactory.Over(fleet));
        change(builder);
        var app = builder.Build();
        app.UseWuyingWeb().MapWuyingWeb();
        await app.StartAsync();
        return new TestApi(app, fleet);
    }

    /// <summary>Makes a key, as the program's commands do.</summary>
    /// <returns>What its holder sends.</returns>
    internal async Task<TestKey> MakeKeyAsync(Role role, params string[] regions)
    {
        var wanted = new AccessKey
        {
            Id = AccessKeySecrets.NewId(),
            Role = role,
            Regions = regions.Length == 0 ? null : [.. regions.Select(region => new RegionId(region))],
            CreatedAt = default,
            CreatedBy = "test",
        };
        var (made, _) = await Services.GetRequiredService<AccessKeyMaker>().MakeAsync(wanted);
        await Services.GetRequiredService<AccessKeys>().RefreshAsync();
        return new TestKey(made!.Key.Id, made.Secret);
    }

    /// <summary>Sends a key from now on, or none.</summary>
    internal void Use(TestKey? key) => Client.DefaultRequestHeaders.Authorization = key?.ToHeader();

    /// <summary>Sends a request and reads the answer as JSON.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)> SendAsync(
        string method, string path, string? json = null, string? key = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);

            // A body that is refused unread would otherwise end in a broken pipe here.
            request.Headers.ExpectContinue = json.Length > 1_000_000;
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) is true && !text.Contains("}\n{", StringComparison.Ordinal);
        return (response.StatusCode, isJson && text.Length > 0 ? JsonElement.Parse(text) : default, response);
    }

    /// <summary>Reads an answer as it is.</summary>
    public Task<string> GetTextAsync(string path) => Client.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>Stops it as its host would, with all connections open.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
