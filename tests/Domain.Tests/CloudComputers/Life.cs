using System.Collections.Immutable;

namespace Wuying.Domain.Tests.CloudComputers;

/// <summary>One computer, its clock and its machine; checks every fact against the rules before and after.</summary>
internal sealed class Life(UpdateWindowCalendar calendar, DateTimeOffset from)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(16), TimeSpan.FromHours(1), TimeSpan.FromHours(7)];
    private static readonly ImageVersion[] Versions = [Given.V1, Given.V2, Given.V3];

    private readonly HashSet<UpdateId> requested = [];
    private readonly HashSet<UpdateId> started = [];
    private readonly HashSet<UpdateId> ended = [];
    private readonly HashSet<string> operations = [];
    private CloudComputer computer = Given.Computer();
    private DateTimeOffset now = from;

    /// <summary>Time passes and machines finish more often than anything else happens; deletion is rare.</summary>
    public static Gen<(Deed Kind, int Chance)> AnyDeed { get; } = Gen.Select(
        Gen.Frequency(
            (5, Gen.OneOfConst(Deed.Wait, Deed.WaitUntilDue, Deed.WaitForTheWindow)),
            (5, Gen.OneOfConst(Deed.Tick, Deed.TickWithSuccess, Deed.TickWithSuccess, Deed.TickWithFailure, Deed.TickWithStaleReport)),
            (4, Gen.OneOfConst(Deed.Schedule, Deed.Schedule, Deed.UpdateNow, Deed.Cancel, Deed.Snapshot, Deed.Restore, Deed.Import)),
            (2, Gen.OneOfConst(Deed.Connect, Deed.Disconnect, Deed.Start, Deed.Stop, Deed.Restart)),
            (1, Gen.Frequency((4, Gen.Const(Deed.Tick)), (1, Gen.Const(Deed.Delete))))),
        Gen.Int[0, 99]);

    /// <summary>The kinds of facts that this life had.</summary>
    public HashSet<Type> Kinds { get; } = [];

    public void Do((Deed Kind, int Chance) deed)
    {
        var chance = deed.Chance;
        switch (deed.Kind)
        {
            case Deed.Wait: now += Waits[chance % Waits.Length]; break;
            case Deed.WaitUntilDue: WaitUntil(CloudComputerReconciliation.OperationDueAt(computer) ?? CloudComputerReconciliation.UpdateDueAt(computer)); break;
            case Deed.WaitForTheWindow: WaitUntil(computer.PendingUpdate?.Window?.StartsAt.AddMinutes(chance * 4)); break;
            case Deed.Tick: Tick(null); break;
            case Deed.TickWithSuccess: Tick(Report(computer.Operation?.Id, MachineReportState.Succeeded)); break;
            case Deed.TickWithFailure: Tick(Report(computer.Operation?.Id, MachineReportState.Failed)); break;
            case Deed.TickWithStaleReport: Tick(Report("ecd-1-o0", MachineReportState.Succeeded)); break;
            default: Decide(deed.Kind, chance).Events.ToList().ForEach(Apply); break;
        }
    }

    /// <summary>Long after the last day that could be picked, one look brings everything to its end.</summary>
    public void Settle()
    {
        now += TimeSpan.FromDays(40);
        Tick(null);
        Assert.Null(computer.PendingUpdate);
        Assert.Null(computer.Operation);
        Assert.Equal(requested, ended);
    }

    private void WaitUntil(DateTimeOffset? instant) => now = instant > now ? instant.Value : now;

    private Decision<CloudComputerEvent> Decide(Deed kind, int chance) => kind switch
    {
        Deed.Schedule => Ask(Given.Scheduled(calendar.DayOf(now).AddDays(chance % 4), Versions[chance % 3], chance % 2 == 0 ? 3 : 6)),
        Deed.UpdateNow => Ask(Given.Immediate(chance % 2 == 0, Versions[chance % 3])),
        Deed.Cancel => UpdateRules.Cancel(computer, now),
        Deed.Connect => SessionRules.Connect(computer, Given.Ann, now),
        Deed.Disconnect => SessionRules.Disconnect(computer, Given.Ann, now),
        Deed.Start => PowerRules.Apply(computer, PowerCommand.Start, now),
        Deed.Stop => PowerRules.Apply(computer, PowerCommand.Stop, now),
        Deed.Restart => PowerRules.Apply(computer, PowerCommand.Restart, now),
        Deed.Snapshot => SnapshotRules.Create(computer, $"by hand {chance}", now),
        Deed.Restore => SnapshotRules.Restore(computer, computer.Snapshots.ElementAtOrDefault(chance % 10)?.Id ?? default, now),
        Deed.Import => RegistrationRules.Import(computer, Row(chance), now),
        Deed.Delete => PowerRules.Delete(computer, now),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private Decision<CloudComputerEvent> Ask(UpdateRequest request) => UpdateRules.Request(computer, request, calendar, now);

    private void Tick(MachineReport? report)
    {
        Reconcile(report).ToList().ForEach(Apply);
        Assert.Empty(Reconcile(null));
        Ensure(computer.Operation is not { } operation || now < operation.DeadlineAt, "Past its deadline");
        Ensure(computer.PendingUpdate is not { IsRunning: false, Window: { } window } || now < window.EndsAt, "Past its window");
        Ensure(computer.PendingUpdate is not { Window: null } || computer.Operation is not null, "Waits for nothing");
    }

    private ImmutableArray<CloudComputerEvent> Reconcile(MachineReport? report) =>
        CloudComputerReconciliation.Reconcile(computer, report, UpdatePolicy.Default, now);

    private void Apply(CloudComputerEvent fact)
    {
        var before = computer;
        Check(before, fact);
        computer = CloudComputerEvolution.Evolve(before, fact);
        Kinds.Add(fact.GetType());

        Assert.Equal(requested.Count - ended.Count, computer.PendingUpdate is null ? 0 : 1);
        Assert.Equal(started.Except(ended).Count(), computer.Status is CloudComputerStatus.Updating ? 1 : 0);
        Assert.InRange(computer.Snapshots.Length, 0, 10);
        Ensure(computer.PendingUpdate?.SnapshotId is not { } needed || computer.Snapshots.Any(snapshot => snapshot.Id == needed), "Snapshot lost");
        Assert.Equal(IsInBetween(computer.Status), computer.Operation is { Kind: not MachineOperationKind.Snapshotting });
    }

    private void Check(CloudComputer before, CloudComputerEvent fact)
    {
        switch (fact)
        {
            case UpdateRequested asked: Assert.True(requested.Add(asked.Update.UpdateId)); break;
            case UpdateStarted start: CheckStart(before, start); break;
            case UserConnected: Assert.Equal(CloudComputerStatus.Running, before.Status); break;
            case UpdateSuperseded superseded: End(superseded.UpdateId); break;
            case UpdateCancelled cancelled: End(cancelled.UpdateId); break;
            case UpdateMissed missed: End(missed.UpdateId); break;
            case UpdateSucceeded succeeded: End(succeeded.UpdateId); break;
            case UpdateFailed failed: End(failed.UpdateId); break;
            case SnapshotStarted snapshot: Assert.True(operations.Add(snapshot.Operation.Id)); break;
            case OperationStarted operation: Assert.True(operations.Add(operation.Operation.Id)); break;
            default: break;
        }
    }

    private void CheckStart(CloudComputer before, UpdateStarted start)
    {
        Assert.Equal((CloudComputerStatus.Running, null, null), (before.Status, before.Session, before.Operation));
        Assert.Equal(before.PendingUpdate?.UpdateId, start.UpdateId);
        Ensure(string.CompareOrdinal(before.CurrentVersion.Number, start.Version.Number) < 0, "Not newer");
        Assert.True(started.Add(start.UpdateId) && operations.Add(start.Operation.Id));
        if (before.PendingUpdate is { Window: { } window } update)
        {
            Assert.InRange(now, window.StartsAt, window.EndsAt.AddMinutes(-15));
            Assert.Equal(UpdateSnapshot.Ready, update.Snapshot);
        }
    }

    private void End(UpdateId update) => Ensure(requested.Contains(update) && ended.Add(update), $"{update} ended twice, or never began");

    private void Ensure(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail($"{what}: {computer}");
        }
    }

    private static bool IsInBetween(CloudComputerStatus status) => status is CloudComputerStatus.Creating or CloudComputerStatus.Starting
        or CloudComputerStatus.Stopping or CloudComputerStatus.Restarting or CloudComputerStatus.Restoring or CloudComputerStatus.Updating;

    private static MachineReport? Report(string? operation, MachineReportState state) =>
        operation is null ? null : new MachineReport(operation, state, null, "Disk full.");

    private static CloudComputer Row(int chance) => Given.Computer(chance % 2 == 0 ? CloudComputerStatus.Running : CloudComputerStatus.Starting) with
    {
        CurrentVersion = Versions[chance % 3],
        ImportFingerprint = $"{chance % 5}",
    };
}
