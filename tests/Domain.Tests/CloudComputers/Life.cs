using System.Collections.Immutable;

namespace Wuying.Domain.Tests.CloudComputers;

/// <summary>One computer, its clock and its machine; checks every fact against the rules before and after.</summary>
internal sealed class Life(UpdateWindowCalendar calendar, DateTimeOffset from)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(16), TimeSpan.FromHours(1), TimeSpan.FromHours(7)];
    private static readonly ImageVersion[] Versions = [Given.V1, Given.V2, Given.V3];

    private readonly HashSet<UpdateId> _requested = [];
    private readonly HashSet<UpdateId> _started = [];
    private readonly HashSet<UpdateId> _ended = [];
    private readonly HashSet<string> _operations = [];
    private CloudComputer _computer = Given.Computer();
    private DateTimeOffset _now = from;
    private int _push;

    /// <summary>Time passes and machines finish more often than anything else happens; deletion is rare.</summary>
    public static Gen<(Deed Kind, int Chance)> AnyDeed { get; } = Gen.Select(
        Gen.Frequency(
            (5, Gen.OneOfConst(Deed.Wait, Deed.WaitUntilDue, Deed.WaitForTheWindow)),
            (5, Gen.OneOfConst(Deed.Tick, Deed.TickWithSuccess, Deed.TickWithSuccess, Deed.TickWithFailure, Deed.TickWithStaleReport)),
            (4, Gen.OneOfConst(Deed.Schedule, Deed.Schedule, Deed.UpdateNow, Deed.Cancel, Deed.Snapshot, Deed.Restore, Deed.Import)),
            (3, Gen.OneOfConst(Deed.Offer, Deed.Offer, Deed.Accept, Deed.Accept, Deed.Withdraw, Deed.Decline)),
            (2, Gen.OneOfConst(Deed.Connect, Deed.Disconnect, Deed.Start, Deed.Stop, Deed.Restart)),
            (1, Gen.Frequency((2, Gen.Const(Deed.Tick)), (1, Gen.Const(Deed.Tag)), (1, Gen.Const(Deed.DeleteSnapshot)), (1, Gen.Const(Deed.Delete))))),
        Gen.Int[0, 99]);

    /// <summary>The kinds of facts that this life had.</summary>
    public HashSet<Type> Kinds { get; } = [];

    public void Do((Deed Kind, int Chance) deed)
    {
        var chance = deed.Chance;
        switch (deed.Kind)
        {
            case Deed.Wait: _now += Waits[chance % Waits.Length]; break;
            case Deed.WaitUntilDue: WaitUntil(CloudComputerReconciliation.OperationDueAt(_computer) ?? CloudComputerReconciliation.UpdateDueAt(_computer)); break;
            case Deed.WaitForTheWindow: WaitUntil(_computer.PendingUpdate?.OpensAt?.AddMinutes(chance * 4)); break;
            case Deed.Tick: Tick(null); break;
            case Deed.TickWithSuccess: Tick(Report(_computer.Operation?.Id, MachineReportState.Succeeded)); break;
            case Deed.TickWithFailure: Tick(Report(_computer.Operation?.Id, MachineReportState.Failed)); break;
            case Deed.TickWithStaleReport: Tick(Report("ecd-1-o0", MachineReportState.Succeeded)); break;
            default: Decide(deed.Kind, chance).Events.ToList().ForEach(Apply); break;
        }
    }

    /// <summary>Long after the last day that could be picked, one look brings everything to its end.</summary>
    public void Settle()
    {
        _now += TimeSpan.FromDays(40);
        Tick(null);
        if (_computer.PendingUpdate is { State: PendingUpdateState.Offered })
        {
            OfferRules.Decline(_computer, Given.Ann, _now).Events.ToList().ForEach(Apply);
        }

        Tick(null);
        Assert.Null(_computer.PendingUpdate);
        Assert.Null(_computer.Operation);
        Assert.Equal(_requested, _ended);
    }

    private void WaitUntil(DateTimeOffset? instant) => _now = instant > _now ? instant.Value : _now;

    private Decision<CloudComputerEvent> Decide(Deed kind, int chance) => kind switch
    {
        Deed.Schedule => Ask(Given.Scheduled(calendar.DayOf(_now).AddDays(chance % 4), Versions[chance % 3], chance % 2 == 0 ? 3 : 6)),
        Deed.UpdateNow => Ask(Given.Immediate(chance % 2 == 0, Versions[chance % 3])),
        Deed.Cancel => UpdateRules.Cancel(_computer, _now),
        Deed.Connect => SessionRules.Connect(_computer, Given.Ann, _now),
        Deed.Disconnect => SessionRules.Disconnect(_computer, Given.Ann, _now),
        Deed.Start => PowerRules.Apply(_computer, PowerCommand.Start, _now),
        Deed.Stop => PowerRules.Apply(_computer, PowerCommand.Stop, _now),
        Deed.Restart => PowerRules.Apply(_computer, PowerCommand.Restart, _now),
        Deed.Snapshot => SnapshotRules.Create(_computer, $"by hand {chance}", _now),
        Deed.Restore => SnapshotRules.Restore(_computer, _computer.Snapshots.ElementAtOrDefault(chance % 10)?.Id ?? default, stopFirst: chance % 3 == 0, _now),
        Deed.Offer => OfferRules.Offer(_computer, new UpdateOffer(Given.To(Versions[chance % 3]), NextPush(chance), IsAutomatic: chance % 4 == 0, "operator"), calendar, _now),
        Deed.Withdraw => OfferRules.Withdraw(_computer, new OfferWithdrawal(Versions[chance % 3], NextPush(chance), IsNamed: chance % 2 == 0, "operator"), _now),
        Deed.Accept => OfferRules.Accept(_computer, Given.Yes(chance % 4 * 4, (StateAfterwards)((chance % 3) + 1)), calendar, _now),
        Deed.Decline => OfferRules.Decline(_computer, Given.Ann, _now),
        Deed.Import => RegistrationRules.Import(_computer, Row(chance), _now),
        Deed.Delete => PowerRules.Delete(_computer, _now),
        Deed.DeleteSnapshot => SnapshotRules.Delete(_computer, _computer.Snapshots.ElementAtOrDefault(chance % 10)?.Id ?? default, _now),
        Deed.Tag => TagRules.Change(_computer, new TagChange([new Tag($"{chance % 30}", "")], [], RemovesAll: chance % 40 == 0), _now),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    // Now and then an order comes late: a newer one has been here.
    private int NextPush(int chance) => chance % 10 == 0 ? _push - 1 : ++_push;

    private Decision<CloudComputerEvent> Ask(UpdateRequest request) => UpdateRules.Request(_computer, request, calendar, _now);

    private void Tick(MachineReport? report)
    {
        Reconcile(report).ToList().ForEach(Apply);
        Assert.Empty(Reconcile(null));
        Ensure(_computer.Operation is not { } operation || _now < operation.DeadlineAt, "Past its deadline");
        Ensure(_computer.PendingUpdate is not { IsRunning: false, ClosesAt: { } closesAt } || _now < closesAt, "Past its window");
        Ensure(_computer.PendingUpdate is not { IsAtOnce: true } || _computer.Operation is not null, "Waits for nothing");
    }

    private ImmutableArray<CloudComputerEvent> Reconcile(MachineReport? report) =>
        CloudComputerReconciliation.Reconcile(_computer, report, UpdatePolicy.Default, _now);

    private void Apply(CloudComputerEvent fact)
    {
        var before = _computer;
        Check(before, fact);
        _computer = CloudComputerEvolution.Evolve(before, fact);
        Kinds.Add(fact.GetType());

        Assert.Equal(_requested.Count - _ended.Count, _computer.PendingUpdate is null ? 0 : 1);
        Assert.Equal(_started.Except(_ended).Count(), _computer.Status is CloudComputerStatus.Updating ? 1 : 0);
        Assert.InRange(_computer.Snapshots.Length, 0, 10);
        Ensure(_computer.PendingUpdate?.SnapshotId is not { } needed || _computer.Snapshots.Any(snapshot => snapshot.Id == needed), "Snapshot lost");
        Assert.Equal(IsInBetween(_computer.Status), _computer.Operation is { Kind: not MachineOperationKind.Snapshotting });
    }

    private void Check(CloudComputer before, CloudComputerEvent fact)
    {
        switch (fact)
        {
            case UpdateRequested asked: Assert.True(_requested.Add(asked.Update.UpdateId)); break;
            case UpdateOffered offered: CheckOffer(before, offered); break;
            case OfferAccepted accepted: Ensure(!_ended.Contains(accepted.UpdateId), "Accepted what was withdrawn"); break;
            case OfferWithdrawn { UpdateId: { } withdrawn }: CheckWithdrawal(before); End(withdrawn); break;
            case OfferDeclined declined: End(declined.UpdateId); break;
            case UpdateStarted start: CheckStart(before, start); break;
            case UserConnected: CheckConnection(before); break;
            case UpdateSuperseded superseded: End(superseded.UpdateId); break;
            case UpdateCancelled cancelled: End(cancelled.UpdateId); break;
            case UpdateMissed missed: End(missed.UpdateId); break;
            case UpdateSucceeded succeeded: End(succeeded.UpdateId); break;
            case UpdateFailed failed: End(failed.UpdateId); break;
            case SnapshotStarted snapshot: Assert.True(_operations.Add(snapshot.Operation.Id)); break;
            case OperationStarted operation: Assert.True(_operations.Add(operation.Operation.Id)); break;
            default: break;
        }
    }

    private void CheckOffer(CloudComputer before, UpdateOffered offered)
    {
        Assert.True(_requested.Add(offered.Update.UpdateId));
        Assert.Null(before.PendingUpdate);
        Ensure(offered.PushNumber > before.PushNumber, "An older push won");
    }

    private static void CheckWithdrawal(CloudComputer before) => Assert.Equal(PendingUpdateState.Offered, before.PendingUpdate?.State);

    private static void CheckConnection(CloudComputer before)
    {
        Assert.Equal(CloudComputerStatus.Running, before.Status);
        Assert.False(before.PendingUpdate is { IsAtOnce: true, AcceptedAt: not null });
    }

    private void CheckStart(CloudComputer before, UpdateStarted start)
    {
        Assert.Equal((CloudComputerStatus.Running, null, null), (before.Status, before.Session, before.Operation));
        Assert.Equal(before.PendingUpdate?.UpdateId, start.UpdateId);
        Ensure(string.CompareOrdinal(before.CurrentVersion.Number, start.Version.Number) < 0, "Not newer");
        Assert.True(_started.Add(start.UpdateId) && _operations.Add(start.Operation.Id));
        if (before.PendingUpdate is { Window: { } window } update)
        {
            Assert.InRange(_now, window.StartsAt, window.EndsAt.AddMinutes(-15));
            Assert.Equal(UpdateSnapshot.Ready, update.Snapshot);
        }
    }

    private void End(UpdateId update) => Ensure(_requested.Contains(update) && _ended.Add(update), $"{update} _ended twice, or never began");

    private void Ensure(bool holds, string what)
    {
        if (!holds)
        {
            Assert.Fail($"{what}: {_computer}");
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
