using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.LoadTester.Tests.EndToEnd;

public sealed class A_scenario : IAsyncLifetime
{
    private const int Computers = 300;

    private readonly TemporaryFolder _folder = new();
    private ApiProcess _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), Life.StartsAt, "--Simulation:UpdateFailureRate", "0.05");
        var made = await RunAsync("provision", "--computers", "300", "--connected", "10");
        Assert.True(made.ExitCode == 0, made.Said);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task That_makes_a_fleet_makes_it_once()
    {
        var again = await RunAsync("provision", "--computers", "300", "--connected", "10");

        Assert.True(again.ExitCode == 0, again.Said);
        Assert.Equal(0, FigureOf(again, "computers imported"));
        Assert.Equal(Computers, FigureOf(again, "computers known already"));
        Assert.Equal(100, FigureOf(again, "computers in eu-central-1"));
    }

    [Fact]
    public async Task That_passes_nights_accounts_for_every_computer_of_each()
    {
        var run = await RunAsync("nightly-update", "--nights", "2", "--quota", "90");

        Assert.True(run.ExitCode == 0, run.Said);
        var nights = run.Report.GetProperty("nights");
        Assert.Equal(2, nights.GetArrayLength());
        foreach (var night in nights.EnumerateArray())
        {
            Assert.Equal(Computers, night.GetProperty("asked").GetInt32());
            Assert.Equal(3 * 90, night.GetProperty("accepted").GetInt32());
            Assert.Equal(3 * 90, night.GetProperty("quotaReserved").GetInt32());
            Assert.Equal(3 * 90, new[] { "succeeded", "missed", "failed" }.Sum(state => CountOf(night, "byState", state)));
            Assert.True(CountOf(night, "byState", "succeeded") > 100 && CountOf(night, "byReason", "ComputerConnected") > 0, night.ToString());
        }

        Assert.Equal(3 * 10, CountOf(nights[0], "refused", "DailyQuotaExceeded"));
        Assert.Equal(0, CheckOf(run, "violationsTotal"));
        Assert.True(CheckOf(run, "ledgersCompared") >= 6, run.Said);
    }

    [Fact]
    public async Task In_which_users_log_on_offers_them_a_version_and_hears_what_they_say()
    {
        var run = await RunAsync("morning-log-on", "--rate", "60", "--duration", "5s", "--stay", "0.1s");

        AssertFine(run);
        var outcomes = OutcomesOf(run);
        Assert.Equal(300, outcomes.Where(each => each.Key.Operation == "log on").Sum(each => each.Value));
        Assert.All(["accept for later", "accept for now", "decline", "connect", "disconnect"], operation => Assert.True(outcomes.GetValueOrDefault((operation, "done")) > 5, run.Said));
        Assert.True(outcomes.GetValueOrDefault(("connect", "refused: UpdateInProgress")) > 0, run.Said);
    }

    [Fact]
    public async Task That_mixes_requests_does_all_kinds_at_its_rate()
    {
        var run = await RunAsync("mixed", "--rate", "100", "--duration", "6s", "--seed", "4");

        AssertFine(run);
        var load = run.Report.GetProperty("load");
        Assert.Equal(600, load.GetProperty("answered").GetInt64());
        Assert.Equal((600, 600, 0), (PaceOf(load, "intended"), PaceOf(load, "begun"), PaceOf(load, "notBegun")));
        Assert.Equal(
            ["cancel", "change", "connect", "disconnect", "list computers", "quotas", "read computer", "schedule", "summary"],
            load.GetProperty("operations").EnumerateArray().Select(operation => operation.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task That_is_broken_off_by_hand_still_reports()
    {
        var run = LoadTesterRun.Start(_folder, "mixed", "--rate", "50", "--duration", "10m", "--url", Url);
        await run.SaysAsync("load:");
        await run.InterruptAsync();
        await run.EndAsync(_folder);

        AssertFine(run);
        Assert.True(run.Report.GetProperty("isInterrupted").GetBoolean());
        Assert.InRange(run.Report.GetProperty("load").GetProperty("answered").GetInt64(), 1, 20_000);
        Assert.Contains("Broken off by hand", run.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_when_the_service_dies_and_reports_what_there_is()
    {
        var run = LoadTesterRun.Start(_folder, "mixed", "--rate", "50", "--duration", "8s", "--url", Url);
        await run.SaysAsync("load:");
        await _api.KillAsync();
        await run.EndAsync(_folder);

        Assert.Equal(1, run.ExitCode);
        Assert.True(run.Report.GetProperty("load").GetProperty("errors").GetInt64() > 0, run.Said);
        Assert.Contains("The history could not be read to its end", run.Said, StringComparison.Ordinal);
    }

    private string Url => _api.Client.BaseAddress!.ToString();

    private Task<LoadTesterRun> RunAsync(params string[] args) => LoadTesterRun.RunAsync(_folder, [.. args, "--url", Url]);

    private static void AssertFine(LoadTesterRun run)
    {
        Assert.True(run.ExitCode == 0, run.Said);
        Assert.Equal(0, CheckOf(run, "violationsTotal"));
        Assert.Empty(run.Report.GetProperty("load").GetProperty("samples").EnumerateArray());
    }

    private static double FigureOf(LoadTesterRun run, string name) => run.Report.GetProperty("figures").EnumerateArray()
        .Single(figure => figure.GetProperty("name").GetString() == name).GetProperty("value").GetDouble();

    private static long CheckOf(LoadTesterRun run, string name) => run.Report.GetProperty("check").GetProperty(name).GetInt64();

    private static long PaceOf(JsonElement load, string name) => load.GetProperty("pace").GetProperty(name).GetInt64();

    private static int CountOf(JsonElement night, string counts, string name) =>
        night.GetProperty(counts).TryGetProperty(name, out var count) ? count.GetInt32() : 0;

    private static Dictionary<(string Operation, string Outcome), long> OutcomesOf(LoadTesterRun run) => run.Report.GetProperty("load").GetProperty("outcomes").EnumerateArray()
        .ToDictionary(each => (each.GetProperty("operation").GetString()!, each.GetProperty("outcome").GetString()!), each => each.GetProperty("count").GetInt64());
}
