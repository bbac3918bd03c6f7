using System.Text.RegularExpressions;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Http;

public sealed partial class The_description_of_the_service : IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Is_openapi_3_1_with_words_for_every_operation()
    {
        var (_, document, _) = await _api.SendAsync("GET", "/openapi/v1.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value),
            operation => Assert.All(["operationId", "summary", "description"], member => Assert.True(operation.TryGetProperty(member, out _), operation.ToString())));
        Assert.DoesNotContain("unspecified", document.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Says_how_callers_identify_themselves_and_who_may_what()
    {
        var (_, document, _) = await _api.SendAsync("GET", "/openapi/v1.json");
        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        Assert.Equal(
            (("http", "basic"), ("apiKey", "cookie", "wuying-session")),
            ((schemes.GetProperty("accessKey").GetProperty("type").GetString(), schemes.GetProperty("accessKey").GetProperty("scheme").GetString()),
                (schemes.GetProperty("session").GetProperty("type").GetString(), schemes.GetProperty("session").GetProperty("in").GetString(), schemes.GetProperty("session").GetProperty("name").GetString())));
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var access = RouteAccessTable.All[$"{operation.Name.ToUpperInvariant()} {path.Name.TrimEnd('/')}"];
                Assert.Equal(access.Permission is not null, operation.Value.TryGetProperty("security", out var security));
                Assert.Equal(access.Permission is null ? [] : ["accessKey", "session"], access.Permission is null ? [] : security.EnumerateArray().Select(need => need.EnumerateObject().Single().Name));
            }
        }
    }

    [Fact]
    public async Task Is_a_page_that_loads_nothing_from_elsewhere()
    {
        const string path = "/docs/";
        var (_, _, response) = await _api.SendAsync("GET", path);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotMatch(Elsewhere(), await _api.GetTextAsync(path));
    }

    [GeneratedRegex("""(src|href)=["'](https?:)?//""")]
    private static partial Regex Elsewhere();
}
