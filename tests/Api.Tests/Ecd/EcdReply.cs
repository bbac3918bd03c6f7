using System.Net;
using System.Text.Json;

namespace Wuying.Api.Tests.Ecd;

/// <summary>What came back.</summary>
internal sealed record EcdReply(HttpStatusCode Status, JsonElement Body)
{
    public string? Code => Body.TryGetProperty(nameof(Code), out var code) ? code.GetString() : null;

    public string? Message => Body.TryGetProperty(nameof(Message), out var message) ? message.GetString() : null;

    /// <summary>What a test mostly asks for.</summary>
    public (HttpStatusCode Status, string? Code) Refusal => (Status, Code);

    public static async Task<EcdReply> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var body = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Matches("^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$", body.GetProperty("RequestId").GetString());
        return new(response.StatusCode, body);
    }

    public override string ToString() => $"{(int)Status} {Body}";
}
