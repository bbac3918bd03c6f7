using System.Text.Json;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Nights;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Tests.Reports;

/// <summary>A run as tests want it.</summary>
internal static class A
{
    /// <summary>A run in which all is well and everything was done.</summary>
    public static RunReport Report => new()
    {
        Scenario = "mixed",
        Title = "A mixture <of> requests",
        Subject = "http://127.0.0.1:5080/",
        StartedAt = new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero),
        Seconds = 12.3,
        IsInterrupted = false,
        Clock = new ClockFigures("simulated", new DateTimeOffset(2023, 10, 24, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2023, 10, 25, 4, 0, 0, TimeSpan.Zero)),
        Machine = new MachineFigures(2, 23.4, "a system", "x64", "a runtime", IsTheServicesToo: true),
        Settings = [new Setting("rate", "200 requests/s")],
        Figures = [new Figure("computers there are", 1_000, "computers", Origin.Measured), new Figure("updates that succeeded", 950, "updates", Origin.Simulated)],
        Nights = [Night(1), Night(2), Night(3)],
        Phases = [new Phase("load", 1, 9)],
        Load = Load(errors: 0),
        Check = Check,
        ErrorsAllowed = 0,
        Problems = [],
        Notes = ["What a reader should know."],
    };

    /// <summary>A run with all that can be wrong.</summary>
    public static RunReport BadReport => Report with
    {
        IsInterrupted = true,
        Load = Load(errors: 3),
        Problems = ["cn-hangzhou 2023-10-25: 2 updates have not ended."],
        Check = Check with
        {
            ViolationsTotal = 1,
            Violations = [new Violation("one start", "ecd-1-u1 started twice", [41, 42])],
            Evidence = new Dictionary<long, HistoryEvent> { [41] = Event(41), [42] = Event(42) },
        },
    };

    private static CheckFigures Check => new()
    {
        Events = 12_345,
        Seconds = 12,
        MemoryMegabytes = 80,
        ViolationsTotal = 0,
        Violations = [],
        EndedBy = new Dictionary<string, int> { ["updateSucceeded"] = 950, ["updateFailed"] = 50 },
        Kinds = new Dictionary<string, int> { ["updateStarted"] = 1_000 },
        Assumptions = ["The history was read from its first event."],
        LedgersCompared = 3,
        UsersCompared = 200,
        ExpectsAllEnded = false,
        Timeline = Timeline(),
    };

    private static HistoryEvent Event(long sequence) => new(
        sequence, new DateTimeOffset(2023, 10, 24, 16, 0, 0, TimeSpan.Zero), "cn-hangzhou", "computer", "ecd-1", "updateStarted", "system",
        JsonElement.Parse("""{"updateId":"ecd-1-u1"}"""), Before: null, JsonElement.Parse("""{"status":"updating"}"""));

    private static LoadFigures Load(long errors)
    {
        var latency = new LatencyFigures(4, 3, 6, 8, 20, 50, 100);
        return new LoadFigures
        {
            Seconds = 10,
            Answered = 2_000,
            Errors = errors,
            Repeats = 5,
            Unanswered = 0,
            Latency = latency,
            Curve = [.. new[] { 10.0, 50, 90, 99, 99.9, 100 }.Select(percentile => new PercentileFigures(percentile, percentile))],
            Operations = [new OperationFigures("connect", 1_000, errors, latency), new OperationFigures("read computer", 1_000, 0, latency)],
            Outcomes = [new OutcomeFigures("connect", "done", 900), new OutcomeFigures("connect", "refused: ComputerConnected", 100)],
            Samples = errors == 0 ? [] : [new ErrorFigures("connect", errors, "500 <script>alert(1)</script>")],
            Timeline = Timeline(),
            Pace = new OpenLoopFigures(2_010, 2_000, 7, 10) { Unit = "requests", Rate = 200 },
        };
    }

    private static IReadOnlyList<SliceFigures> Timeline() =>
        [.. Enumerable.Range(0, 10).Select(second => new SliceFigures(second, 1, 200 + second, 0, second == 5 ? null : 3, second == 5 ? null : 8, second == 5 ? null : 20))];

    private static NightFigures Night(int number) => new()
    {
        Number = number,
        Date = $"2023-10-2{number + 4}",
        Asked = 1_000,
        Accepted = 1_000,
        Refused = new Dictionary<string, long>(),
        PublishSeconds = 0.5,
        ScheduleSeconds = 0.4,
        NightSeconds = 2,
        FleetHours = 18,
        ByState = new Dictionary<string, long> { ["succeeded"] = 900, ["missed"] = 90, ["failed"] = 10 },
        ByReason = new Dictionary<string, long> { ["ComputerConnected"] = 90, ["UpdateFailed"] = 10 },
        QuotaReserved = 1_000,
    };
}
