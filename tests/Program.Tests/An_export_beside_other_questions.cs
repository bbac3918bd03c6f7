using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class An_export_beside_other_questions
{
    private const int Computers = 3_000;

    [Fact]
    public async Task Comes_whole_each_time()
    {
        using var folder = new TemporaryFolder();
        await using var api = await ApiProcess.StartAsync(
            "--store", $"sqlite:{folder.File("fleet.db")}", "--demo-fleet", $"{Computers}", "--rate", "0");

        var exports = Enumerable.Range(0, 8).Select(_ => api.Client.GetStringAsync("/api/v1/fleet/export?kind=computers")).ToList();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => api.Client.GetStringAsync("/api/v1/fleet/summary")));

        Assert.All(await Task.WhenAll(exports), export => Assert.Equal(Computers, export.Count(character => character == '\n')));
    }
}
