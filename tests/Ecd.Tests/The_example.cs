using System.Diagnostics;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Ecd.Tests;

/// <summary>The script that the README shows, on the demo fleet that the program starts with.</summary>
public sealed class The_example
{
    [Fact]
    public async Task Updates_some_desktops_and_prints_its_steps()
    {
        using var folder = new TemporaryFolder();
        await using var api = await ApiProcess.StartAsync("--store", $"sqlite:{folder.File("fleet.db")}", "--rate", "300");
        using var script = Process.Start(new ProcessStartInfo("node", [SourceTree.PathOf("examples", "ecd-fleet-update.mjs"), api.Client.BaseAddress!.Authority])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (said, complained) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        var output = await said;

        Assert.True(script.ExitCode == 0, output + await complained);
        Assert.Equal(
            ["Regions", "The newest version", "Desktops that can take it", "A snapshot of each", "The update", "Done"],
            output.Split('\n').Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Select(line => line[3..].Split(':')[0]));
        Assert.Contains("3 of 3 desktops are at", output);
    }
}
