using System.Text.Json;
using Wuying.Harness;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Invariants;

namespace Wuying.LoadTester.Tests.Histories;

public sealed class A_recording : IDisposable
{
    private static readonly Dictionary<string, string> Zones = new() { ["cn-hangzhou"] = "Asia/Shanghai" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Is_read_back_as_it_was_written()
    {
        using (var writer = new RecordingWriter(Path))
        {
            writer.Write(new RecordingLine { Recording = new RecordingHead(IsWhole: true, Zones) });
            writer.Write(Event(1, "修复 <&>"));
            writer.Write(new RecordingLine { Places = new RecordedPlaces("cn-hangzhou", "2023-10-25", 7) });
            writer.Write(new RecordingLine { Notifications = new RecordedNotifications("user-1", [new ToldNotification(1, "offer")]) });
        }

        var reader = new RecordingReader(Path);
        var head = await reader.ReadHeadAsync(CancellationToken.None);
        var lines = await reader.ReadAsync(CancellationToken.None).ToListAsync();

        Assert.Equal((true, "Asia/Shanghai"), (head.IsWhole, head.Zones["cn-hangzhou"]));
        Assert.Equal("修复 <&>", Assert.IsType<HistoryEvent>(lines[0]).Data.GetProperty("name").GetString());
        Assert.Equal(new RecordedPlaces("cn-hangzhou", "2023-10-25", 7), Assert.IsType<RecordingLine>(lines[1]).Places);
        Assert.Equal([new ToldNotification(1, "offer")], Assert.IsType<RecordingLine>(lines[2]).Notifications?.Told);
        Assert.Contains("修复", await File.ReadAllTextAsync(Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_was_cut_off_is_checked_as_far_as_it_goes_and_says_so()
    {
        using (var writer = new RecordingWriter(Path))
        {
            writer.Write(new RecordingLine { Recording = new RecordingHead(IsWhole: false, Zones) });
            writer.Write(Event(1, "a"));
            writer.Write(Event(2, "b"));
        }

        var text = await File.ReadAllTextAsync(Path);
        await File.WriteAllTextAsync(Path, text[..^20]);

        var check = await new RecordedHistory(new RecordingReader(Path), TestTime.Real).CheckAsync(expectAllEnded: false, CancellationToken.None);

        Assert.Equal(1, check.Events);
        Assert.Contains("line 3, is no event", check.BrokenOff, StringComparison.Ordinal);
        Assert.False(check.IsClean);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"places\":{\"regionId\":\"a\",\"date\":\"b\",\"reserved\":1}}")]
    [InlineData("hello")]
    public async Task That_does_not_begin_as_one_is_refused(string text)
    {
        await File.WriteAllTextAsync(Path, text);

        await Assert.ThrowsAsync<RecordingException>(() => new RecordingReader(Path).ReadHeadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Is_never_written_over_another_file()
    {
        await File.WriteAllTextAsync(Path, "precious");

        Assert.Throws<IOException>(() => new RecordingWriter(Path));
    }

    private string Path => _folder.File("events.ndjson");

    private static HistoryEvent Event(long sequence, string name) => new(
        sequence, new DateTimeOffset(2023, 10, 24, 16, 0, 0, TimeSpan.Zero), "cn-hangzhou", "image", $"m-{sequence}", "imageRenamed", "operator",
        JsonSerializer.SerializeToElement(new { name }), Before: null, JsonElement.Parse("""{"status":"available"}"""));
}
