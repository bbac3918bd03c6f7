using System.Net;
using System.Text.Json;
using Wuying.Api.Access;
using Wuying.Api.Problems;

namespace Wuying.Api.Tests.Fakes;

/// <summary>What every problem has, whoever wrote it.</summary>
internal static class A_problem
{
    private const string Urn = "urn:wuying:problem:";

    public static void Is(JsonElement body, HttpResponseMessage response) => Assert.Null(FaultOf(body, response));

    /// <summary>Asserts that an answer is a certain problem.</summary>
    public static void Is(HttpStatusCode status, string code, (HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response) answer)
    {
        Is(answer.Body, answer.Response);
        Assert.Equal((status, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    /// <summary>What an answer lacks of a problem; null when it is a good one.</summary>
    public static string? FaultOf(JsonElement body, HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json" || body.ValueKind is not JsonValueKind.Object)
        {
            return $"no problem, but {response.Content.Headers.ContentType?.ToString() ?? "nothing"}";
        }

        foreach (var member in new[] { "type", "title", "detail", "code", "traceId" })
        {
            if (!body.TryGetProperty(member, out var text) || text.ValueKind is not JsonValueKind.String || text.GetString() is null or "")
            {
                return $"a problem without {member}";
            }
        }

        return FaultOfWords(body, (int)response.StatusCode);
    }

    private static string? FaultOfWords(JsonElement body, int status)
    {
        if (!body.TryGetProperty("status", out var told) || told.GetInt32() != status)
        {
            return "a problem of another status";
        }

        var code = body.GetProperty("code").GetString()!;
        if (!RejectionCodes.TryRead(code, out var known) && !AccessProblems.Codes.Contains(code))
        {
            return "a code that is not of the closed list";
        }

        var type = AccessProblems.Codes.Contains(code) ? AccessProblems.UrnOf(code) : RejectionProblems.Of(known).Type;
        return body.GetProperty("type").GetString() != type || !type.StartsWith(Urn, StringComparison.Ordinal)
            ? "a type that is not the code's"
            : body.ToString().Contains("Wuying.", StringComparison.Ordinal) ? "our types' names" : null;
    }
}
