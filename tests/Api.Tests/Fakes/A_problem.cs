using System.Text.Json;

namespace Wuying.Api.Tests.Fakes;

/// <summary>What every problem has, whoever wrote it.</summary>
internal static class A_problem
{
    public static void Is(JsonElement body, HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("urn:wuying:problem:", body.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal((int)response.StatusCode, body.GetProperty("status").GetInt32());
        Assert.All(["title", "detail", "code", "traceId"], member => Assert.False(string.IsNullOrEmpty(body.GetProperty(member).GetString())));
        Assert.DoesNotContain("Wuying.", body.ToString(), StringComparison.Ordinal);
    }
}
