using System.Text.Json;
using Wuying.Harness;

namespace Wuying.Ecd.Tests;

/// <summary>One way to call a service: a package, a key or none, and a version.</summary>
internal sealed record SdkClient(SdkProcess Sdk, string Way, TestKey? Key, string Version = SdkClient.Administrator)
{
    public const string Administrator = "2020-09-30";
    public const string EndUser = "2020-10-02";

    /// <summary>Makes a call that must succeed.</summary>
    public async Task<JsonElement> AskAsync(string action, object parameters)
    {
        var outcome = await CallAsync(action, parameters);
        return outcome.Answer ?? throw new InvalidOperationException($"{Way}, {action}: {outcome.Error}");
    }

    /// <summary>Makes a call that must be refused.</summary>
    public async Task<SdkError> FailAsync(string action, object parameters)
    {
        var outcome = await CallAsync(action, parameters);
        return outcome.Error ?? throw new InvalidOperationException($"{Way}, {action}: {outcome.Answer}");
    }

    /// <summary>Makes a call again and again until it is refused.</summary>
    public async Task<SdkError> FailOnceAsync(string action, object parameters, int attempts)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            if ((await CallAsync(action, parameters)).Error is { } error)
            {
                return error;
            }
        }

        throw new InvalidOperationException($"{Way}, {action}: not refused in {attempts} attempts.");
    }

    /// <summary>Reads a list to its end, page by page.</summary>
    /// <param name="action">The action.</param>
    /// <param name="list">The answer's member that holds the items.</param>
    /// <param name="parameters">What to ask for; the token is added.</param>
    public async Task<IReadOnlyList<IReadOnlyList<JsonElement>>> ReadPagesAsync(string action, string list, IReadOnlyDictionary<string, object> parameters)
    {
        var pages = new List<IReadOnlyList<JsonElement>>();
        var next = "";
        do
        {
            var asked = new Dictionary<string, object>(parameters);
            if (next.Length > 0)
            {
                asked["NextToken"] = next;
            }

            var answer = await AskAsync(action, asked);
            pages.Add([.. answer.GetProperty(list).EnumerateArray()]);
            next = answer.TryGetProperty("NextToken", out var token) ? token.GetString()! : "";
        }
        while (next.Length > 0);
        return pages;
    }

    private Task<SdkOutcome> CallAsync(string action, object parameters) => Sdk.CallAsync(new(Way, Key?.Id, Key?.Secret, Version, action, JsonSerializer.SerializeToElement(parameters)));
}
