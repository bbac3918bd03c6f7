using System.Text;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Api.Tests.Http.BadInput;
using Wuying.Domain.Access;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Http;

/// <summary>Every route that the service describes gets every kind of bad input: never a failure, never a success where the input is wrong, always a problem.</summary>
public sealed class Bad_input_for_every_route : IAsyncLifetime
{
    private TestApi _api = null!;
    private IReadOnlyList<ApiRoute> _routes = [];

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync("--RateLimits:RequestsPerMinute", "0");

        // Some of it makes access keys; with the first, only keys are let in.
        _api.Use(await _api.MakeKeyAsync(Role.Administrator));
        _api.Fleet.Computers[GoodValues.Computer] = new FakeComputer { Current = Samples.Computer(GoodValues.Computer) };
        _api.Fleet.Images[GoodValues.Image] = new FakeImage
        {
            Current = new CustomImage
            {
                Id = new ImageId(GoodValues.Image),
                Name = "golden",
                RegionId = new RegionId("cn-hangzhou"),
                Type = ImageType.Custom,
                CurrentVersion = new ImageVersion(Samples.OlderVersion),
            },
        };
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/versions", $$$"""{"version":"{{{Samples.NewerVersion}}}","packageSizeBytes":1,"releaseNotes":{"en":"a","zh":"b"}}""");
        _routes = new ApiRoutes((await _api.SendAsync("GET", "/openapi/v1.json")).Body).Read();
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public void Leaves_no_route_out() => Assert.Equal(
        _api.Routes.Where(route => route.Template.StartsWith("/api/", StringComparison.Ordinal)).Select(route => $"{route.Method} {route.Template}").Order(StringComparer.Ordinal),
        _routes.Select(route => route.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void Knows_the_kind_of_every_member() => Assert.Empty(
        from route in _routes
        from member in route.Body?.Members ?? []
        where member.Kinds.Count == 0
        select $"{route}: {member}");

    [Fact]
    public async Task Is_answered_with_a_problem()
    {
        var bad = new List<(string Route, string What)>();
        foreach (var attempt in _routes.SelectMany(route => AddressAttempts.Of(route, _routes).Concat(BodyAttempts.Of(route))))
        {
            if (await FaultOfAsync(attempt) is { } fault)
            {
                bad.Add((attempt.Route, $"{attempt.Input} → {fault}"));
            }
        }

        Assert.True(bad.Count == 0, Report(bad));
    }

    private static string Report(List<(string Route, string What)> bad)
    {
        var text = new StringBuilder($"{bad.Count} bad inputs are answered badly:");
        foreach (var route in bad.GroupBy(entry => entry.Route, StringComparer.Ordinal))
        {
            text.Append("\n  ").Append(route.Key);
            text.AppendJoin("", route.Select(entry => $"\n    {entry.What.ReplaceLineEndings(" ")}"));
        }

        return text.ToString();
    }

    private async Task<string?> FaultOfAsync(Attempt attempt)
    {
        using var request = attempt.ToRequest(_api.Client.BaseAddress!);
        using var response = await _api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)response.StatusCode;
        if (status < 400)
        {
            // A success is not read: it may be a stream without an end.
            return attempt.Expected.Allows(status) ? null : $"{status}, expected {attempt.Expected.Words}";
        }

        var text = await response.Content.ReadAsStringAsync();
        var body = text.StartsWith('{') ? JsonElement.Parse(text) : default;
        if (!attempt.Expected.Allows(status))
        {
            return $"{status}, expected {attempt.Expected.Words}: {text}";
        }

        return A_problem.FaultOf(body, response) is { } fault ? $"{status} with {fault}" : FaultOfField(body, attempt.Field) is { } unnamed ? $"{status} {unnamed}" : null;
    }

    private static string? FaultOfField(JsonElement body, string? field) => field is null
        || (body.TryGetProperty("errors", out var errors) && errors.EnumerateObject().Any(error => error.Name.StartsWith(field, StringComparison.Ordinal)))
        ? null
        : $"that does not name {field}: {body}";
}
