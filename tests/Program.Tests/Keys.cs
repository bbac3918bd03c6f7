using System.Net;
using System.Text;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

/// <summary>The program's command for access keys, and calls with what it makes.</summary>
internal static class Keys
{
    /// <summary>Makes a key.</summary>
    /// <param name="store">The store, as the program takes it.</param>
    /// <param name="options">The key's.</param>
    public static async Task<TestKey> MakeAsync(string store, params string[] options) => Read(await RunAsync(["create", "--store", store, .. options]));

    /// <summary>Runs the command.</summary>
    public static Task<ProgramRun> RunAsync(params string[] args) => ProgramRun.RunAsync("Api", ["keys", .. args]);

    /// <summary>Runs the command as the holder of a key.</summary>
    public static Task<ProgramRun> RunAsync(TestKey own, params string[] args) =>
        ProgramRun.RunAsync("Api", [("WUYING_ACCESS_KEY_ID", own.Id), ("WUYING_ACCESS_KEY_SECRET", own.Secret)], ["keys", .. args]);

    /// <summary>The key that was made.</summary>
    public static TestKey Read(ProgramRun run)
    {
        Assert.True(run.ExitCode == 0, run.Error);
        var words = run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new TestKey(words[Array.IndexOf(words, "AccessKeyId") + 1], words[Array.IndexOf(words, "AccessKeySecret") + 1]);
    }

    /// <summary>Asks a service with a key, or without.</summary>
    public static async Task<HttpStatusCode> AskAsync(this HttpClient client, string path, TestKey? key = null)
    {
        using var answer = await client.SendAsync(HttpMethod.Get, path, key);
        return answer.StatusCode;
    }

    /// <summary>Sends a request with a key, or without.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, HttpMethod method, string path, TestKey? key, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = key?.ToHeader();
        return await client.SendAsync(request);
    }
}
