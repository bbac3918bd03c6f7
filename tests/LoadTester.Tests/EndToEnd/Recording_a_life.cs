using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.LoadTester.Tests.EndToEnd;

public sealed class Recording_a_life : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gives_a_stream_that_breaks_nothing_and_checks_the_same_without_the_service()
    {
        await using var api = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), Life.StartsAt, Life.Options);
        var life = new Life(api);
        await life.PassEveningAsync();
        await life.PassNightAndDayAsync();
        await life.EndAsync();

        var events = await RecordAsync(api, "life.ndjson");
        var check = await LoadTesterRun.RunAsync(_folder, "check", "--file", _folder.File("life.ndjson"), "--all-ended");

        Assert.True(check.ExitCode == 0, check.Said);
        Assert.Equal(events, check.Report.GetProperty("check").GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task Is_not_fooled_by_a_fleet_that_moved_in_with_its_updates()
    {
        string moving;
        await using (var old = await ApiProcess.StartBlankAsync(_folder.File("old.db"), Life.StartsAt, Life.Options))
        {
            var life = new Life(old);
            await life.PassEveningAsync();
            moving = await life.ExportAsync();
        }

        await using var api = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), Life.StartsAt, Life.Options);
        var moved = new Life(api);
        await moved.MoveInAsync(moving);
        await moved.PassNightAndDayAsync();
        await moved.EndAsync();

        await RecordAsync(api, "moved.ndjson");
    }

    /// <summary>Records; with KEEP_STREAMS the recordings stay, to be stored as the streams of these tests.</summary>
    private async Task<long> RecordAsync(ApiProcess api, string name)
    {
        var recording = await LoadTesterRun.RunAsync(
            _folder, "record", "--url", api.Client.BaseAddress!.ToString(), "--file", _folder.File(name), "--all-ended");
        Assert.True(recording.ExitCode == 0, recording.Said);
        if (Environment.GetEnvironmentVariable("KEEP_STREAMS") is { } folder)
        {
            File.Copy(_folder.File(name), Path.Combine(folder, name), overwrite: true);
        }

        return recording.Report.GetProperty("check").GetProperty("events").GetInt64();
    }
}
