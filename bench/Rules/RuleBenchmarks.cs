using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Bench.Rules;

/// <summary>The rules that every command and every tick runs through.</summary>
public class RuleBenchmarks
{
    private static readonly DateTimeOffset Noon = new(2023, 10, 25, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Midnight = Noon.AddHours(12);
    private static readonly DateOnly Night = new(2023, 10, 26);
    private static readonly DateOnly ClockChange = new(2024, 3, 31);
    private static readonly UpdateWindowCalendar Hangzhou = ProductRegion.CalendarOf(A.Hangzhou);
    private static readonly UpdateWindowCalendar Frankfurt = ProductRegion.CalendarOf(new RegionId("eu-central-1"));
    private static readonly UpdateRequest Wanted = A.Scheduled(new UpdateTarget(A.NewVersion, [], []), Night);

    private static readonly CloudComputer Idle = A.Computer("ecd-000001");
    private static readonly CloudComputer Scheduled = CloudComputerEvolution.Evolve(Idle, UpdateRules.Request(Idle, Wanted, Hangzhou, Noon).Events);
    private static readonly CloudComputer Snapshotting = Reconciled(Scheduled, Midnight.AddHours(-3), report: null);
    private static readonly MachineReport SnapshotMade = new(Snapshotting.Operation!.Id, MachineReportState.Succeeded, null, null);
    private static readonly CloudComputer Ready = Reconciled(Snapshotting, Midnight.AddHours(-3).AddMinutes(3), SnapshotMade);
    private static readonly CloudComputer InUse = CloudComputerEvolution.Evolve(Ready, new UserConnected(Midnight, A.UserOf("ecd-000001")));
    private static readonly CloudComputerEvent Connected = new UserConnected(Midnight, A.UserOf("ecd-000001"));
    private static readonly CloudComputerEvent Started = UpdateRules.Start(Ready, Midnight).Events[0];

    [Benchmark(Description = "calendar: DayOf")]
    public DateOnly DayOf() => Hangzhou.DayOf(Noon);

    [Benchmark(Description = "calendar: WindowOf")]
    public UpdateWindow WindowOf() => Hangzhou.WindowOf(Night);

    [Benchmark(Description = "calendar: WindowOf, clocks change")]
    public UpdateWindow WindowOfClockChange() => Frankfurt.WindowOf(ClockChange);

    [Benchmark(Description = "StartObstacle: none")]
    public RejectionCode? StartObstacle() => UpdateRules.StartObstacle(Ready);

    [Benchmark(Description = "Start: starts")]
    public Decision<CloudComputerEvent> Start() => UpdateRules.Start(Ready, Midnight);

    [Benchmark(Description = "Start: refused, a user is connected")]
    public Decision<CloudComputerEvent> StartRefused() => UpdateRules.Start(InUse, Midnight);

    [Benchmark(Description = "Reconcile: nothing to do")]
    public ImmutableArray<CloudComputerEvent> ReconcileNothing() => CloudComputerReconciliation.Reconcile(Scheduled, null, UpdatePolicy.Default, Noon);

    [Benchmark(Description = "Reconcile: a snapshot is made")]
    public ImmutableArray<CloudComputerEvent> ReconcileSnapshot() =>
        CloudComputerReconciliation.Reconcile(Snapshotting, SnapshotMade, UpdatePolicy.Default, Midnight.AddHours(-3).AddMinutes(3));

    [Benchmark(Description = "Reconcile: the update starts")]
    public ImmutableArray<CloudComputerEvent> ReconcileStart() => CloudComputerReconciliation.Reconcile(Ready, null, UpdatePolicy.Default, Midnight);

    [Benchmark(Description = "Request: a day is given")]
    public Decision<CloudComputerEvent> Request() => UpdateRules.Request(Idle, Wanted, Hangzhou, Noon);

    [Benchmark(Description = "Request: asked again")]
    public Decision<CloudComputerEvent> RequestAgain() => UpdateRules.Request(Scheduled, Wanted, Hangzhou, Noon);

    [Benchmark(Description = "Evolve: a user connects")]
    public CloudComputer EvolveConnected() => CloudComputerEvolution.Evolve(Idle, Connected);

    [Benchmark(Description = "Evolve: the update starts")]
    public CloudComputer EvolveStarted() => CloudComputerEvolution.Evolve(Ready, Started);

    private static CloudComputer Reconciled(CloudComputer computer, DateTimeOffset now, MachineReport? report) =>
        CloudComputerEvolution.Evolve(computer, CloudComputerReconciliation.Reconcile(computer, report, UpdatePolicy.Default, now));
}
