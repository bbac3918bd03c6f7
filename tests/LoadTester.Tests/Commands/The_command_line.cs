using Spectre.Console;
using Wuying.Harness;
using Wuying.LoadTester.Commands;
using Wuying.LoadTester.Hosting;
using Wuying.LoadTester.Mixes;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Tests.Commands;

public sealed class The_command_line : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData("", "Required command was not provided")]
    [InlineData("tomorrow", "'tomorrow'")]
    [InlineData("mixed --speed 5", "'--speed'")]
    [InlineData("mixed --url ftp://there", "'ftp://there' is no address of a service")]
    [InlineData("mixed --url http://there/api/v1", "is no address of a service")]
    [InlineData("mixed --rate 0", "'0' is no rate")]
    [InlineData("mixed --rate -1", "'-1' is no rate")]
    [InlineData("mixed --rate fast", "'fast' is no rate")]
    [InlineData("mixed --rate 100001", "at most 100,000 a second")]
    [InlineData("mixed --duration 10", "'10' is no duration such as 90s")]
    [InlineData("mixed --duration 0s", "from 1s to 168h")]
    [InlineData("mixed --in-flight 0", "from 1 to 20,000")]
    [InlineData("mixed --seed -1", "--seed: '-1' is no whole number")]
    [InlineData("mixed --weights read", "'read' is no KIND=NUMBER; the kinds are read, list")]
    [InlineData("mixed --weights read=0", "At least one weight must be more than 0")]
    [InlineData("mixed --weights read=1,read=2", "read is given twice")]
    [InlineData("mixed --weights read=-2", "'-2' is no weight")]
    [InlineData("mixed --weights unspecified=2", "'unspecified=2' is no KIND=NUMBER")]
    [InlineData("mixed --weights 3=2", "'3=2' is no KIND=NUMBER")]
    [InlineData("mixed --regions cn/hangzhou", "is no list of regions")]
    [InlineData("mixed --check --no-check", "contradict each other")]
    [InlineData("mixed --errors-allowed -1", "of at least 0")]
    [InlineData("morning-log-on --accept 60 --decline 50", "more than 100 together")]
    [InlineData("morning-log-on --accept 101", "from 0 to 100")]
    [InlineData("morning-log-on --rate 1000 --stay 10s", "10,000 users are connected at the same time")]
    [InlineData("nightly-update --nights 0", "from 1 to 1,000")]
    [InlineData("nightly-update --quota many", "'many' is no whole number")]
    [InlineData("nightly-update --snapshot-lead-hours 4", "'4' is neither 3 nor 6")]
    [InlineData("provision --computers 0", "from 1 to 1,000,000")]
    [InlineData("provision --computers 1000001", "from 1 to 1,000,000")]
    [InlineData("provision --prefix Big!", "cannot stand in ids")]
    [InlineData("check --file no-such-file", "no-such-file")]
    [InlineData("check --seed 5", "'--seed'")]
    [InlineData("record", "'--file' is required")]
    [InlineData("record --file no-such-folder/x", "there is no folder")]
    public async Task Is_refused_with_a_reason_and_the_exit_code_of_bad_usage(string line, string reason)
    {
        Assert.Equal(ExitCodes.BadUsage, await RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Contains(reason, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_when_a_recording_would_be_overwritten()
    {
        var path = _folder.File("there.ndjson");
        await File.WriteAllTextAsync(path, "precious");

        Assert.Equal(ExitCodes.BadUsage, await RunAsync("record", "--file", path));
        Assert.Contains("is there already", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Is_refused_when_it_asks_for_a_file_and_a_service_at_once()
    {
        var path = _folder.File("events.ndjson");
        await File.WriteAllTextAsync(path, "");

        Assert.Equal(ExitCodes.BadUsage, await RunAsync("check", "--file", path, "--url", "http://127.0.0.1:1"));
        Assert.Contains("--file is a recording; --url and --duration are about a running service", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_bad_usage_when_the_file_is_no_recording()
    {
        var path = _folder.File("events.ndjson");
        await File.WriteAllTextAsync(path, "{\"sequence\":1}\n");

        Assert.Equal(ExitCodes.BadUsage, await RunAsync("check", "--file", path, "--report", _folder.File("report")));
    }

    [Theory]
    [InlineData("--help", "nightly-update")]
    [InlineData("provision --help", "--computers")]
    [InlineData("nightly-update --help", "--nights 30")]
    [InlineData("morning-log-on --help", "--stay")]
    [InlineData("mixed --help", "--weights read=60")]
    [InlineData("check --help", "--all-ended")]
    [InlineData("record --help", "--file events.ndjson")]
    public async Task Explains_itself_with_options_and_an_example(string line, string part)
    {
        Assert.Equal(ExitCodes.Fine, await RunAsync(line.Split(' ')));
        Assert.Contains(part, _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_when_there_is_no_service()
    {
        Assert.Equal(ExitCodes.NotFine, await RunAsync("check", "--url", "http://127.0.0.1:1", "--report", _folder.File("report")));
        Assert.Contains("http://127.0.0.1:1", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1m30s", 90)]
    [InlineData("5m", 300)]
    [InlineData("1h", 3_600)]
    [InlineData("0.5s", 0.5)]
    public void Reads_durations_as_people_write_them(string text, double seconds)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration.Time);
        Assert.True(Duration.TryParse(duration.ToString(), out var again));
        Assert.Equal(duration, again);
    }

    [Fact]
    public void Reads_the_weights_that_it_writes()
    {
        var (weights, error) = Weights.Parse(Weights.Default.ToString());

        Assert.Null(error);
        Assert.Equal(Weights.Default.Of, weights!.Of);
    }

    private Task<int> RunAsync(params string[] args)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_output) });
        return ProgramRunner.RunAsync(ProgramCommand.Create(new ProgramParts(console, TestTime.Real)), args, _output);
    }
}
