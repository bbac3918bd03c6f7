using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed partial class The_night_script
{
    [Fact]
    public async Task Accounts_for_all_600_computers_and_gives_the_same_numbers_twice()
    {
        var first = await RunAsync();
        var second = await RunAsync();

        Assert.Equal(Operation().Replace(first, ""), Operation().Replace(second, ""));
        var answers = first.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var operation = answers.Single(answer => answer.TryGetProperty("rejected", out _));
        var counts = answers.Single(answer => answer.TryGetProperty("counts", out _)).GetProperty("counts");
        var byState = counts.GetProperty("byState").EnumerateObject().ToDictionary(state => state.Name, state => state.Value.GetInt32());
        Assert.Equal(["missed", "succeeded"], byState.Keys.Order());
        Assert.Equal(600, byState.Values.Sum() + operation.GetProperty("rejected").GetInt32());
        Assert.Equal(
            ["ComputerConnected", "ComputerNotRunning"],
            counts.GetProperty("byReason").EnumerateObject().Select(reason => reason.Name).Order());
    }

    private static async Task<string> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var api = await ApiProcess.StartBlankAsync(folder.File("fleet.db"), "2023-10-25T02:00:00Z");
        using var script = Process.Start(new ProcessStartInfo("bash", [Script(), api.Client.BaseAddress!.ToString().TrimEnd('/')])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
        Assert.Equal(0, script.ExitCode);
        return output;
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WuyingOrleans.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "examples", "nightly-update.sh");
    }

    // The operation's id differs; what it did must not.
    [GeneratedRegex("\"operationId\":\"[^\"]*\"")]
    private static partial Regex Operation();
}
