namespace Wuying.Domain.Tests.CloudComputers;

public sealed class R32_Importing
{
    private static readonly CloudComputer Row = Given.Computer() with { ImportFingerprint = "a" };

    [Fact]
    public void Registers_an_unknown_computer()
    {
        var registered = Assert.IsType<ComputerRegistered>(Assert.Single(Import(null, Row).Events));

        Assert.Equal(Row, registered.Computer);
        Assert.Equal(Given.V1, registered.Version);
    }

    [Fact]
    public void Only_adds_a_computer_that_was_never_known_where_nothing_else_is_asked()
    {
        Assert.IsType<ComputerRegistered>(Assert.Single(RegistrationRules.Add(null, Row, Given.Noon).Events));

        Given.Unchanged(RegistrationRules.Add(Row with { ImportFingerprint = "b" }, Row, Given.Noon));
        Given.Unchanged(RegistrationRules.Add(Row with { Status = CloudComputerStatus.Deleted }, Row, Given.Noon));
    }

    [Fact]
    public void The_same_row_again_changes_nothing_whatever_happened_since()
    {
        var used = Row.Connected(Given.Noon).Asked(Given.Scheduled(Given.Night), Given.Noon);

        Given.Unchanged(Import(used, Row));
    }

    [Fact]
    public void The_same_row_brings_a_deleted_computer_back() =>
        Assert.IsType<ComputerRegistered>(Assert.Single(Import(Row with { Status = CloudComputerStatus.Deleted }, Row).Events));

    [Fact]
    public void A_new_row_tells_new_things_and_leaves_what_it_cannot_know()
    {
        var known = Given.ReadyForTheNight() with { ImportFingerprint = "a" };

        var after = known.After(Import(known, Row with { ImportFingerprint = "b", Name = "Desk 2", Status = CloudComputerStatus.Stopped }));

        Assert.Equal(("Desk 2", CloudComputerStatus.Stopped, "b"), (after.Name, after.Status, after.ImportFingerprint));
        Assert.Equal(known.PendingUpdate, after.PendingUpdate);
        Assert.Equal(known.Snapshots, after.Snapshots);
        Assert.Equal(known.NextNumber, after.NextNumber);
    }

    [Fact]
    public void A_row_that_says_the_computer_is_well_again_ends_the_old_failure()
    {
        var faulted = Given.Computer(CloudComputerStatus.Faulted) with { FaultReason = "Disk full." };

        Assert.Null(faulted.After(Import(faulted, Row)).FaultReason);
        Assert.Equal("Disk full.", faulted.After(Import(faulted, Row with { Status = CloudComputerStatus.Faulted })).FaultReason);
    }

    [Fact]
    public void Is_refused_while_the_machine_is_busy() =>
        Given.Refused(RejectionCode.ComputerBusy, Import(Given.BeingUpdated(), Row));

    [Fact]
    public void Does_not_move_a_computer_to_another_region() => Given.Refused(
        RejectionCode.InvalidRequest, Import(Row, Row with { ImportFingerprint = "b", RegionId = new RegionId("us-west-1") }));

    [Fact]
    public void Brings_a_deleted_computer_back_without_giving_ids_out_twice()
    {
        var deleted = Given.Computer(CloudComputerStatus.Deleted) with { NextNumber = 9 };

        Assert.Equal(9, Assert.IsType<ComputerRegistered>(Assert.Single(Import(deleted, Row).Events)).Computer.NextNumber);
    }

    [Theory]
    [InlineData(CloudComputerStatus.Creating, MachineOperationKind.Starting)]
    [InlineData(CloudComputerStatus.Starting, MachineOperationKind.Starting)]
    [InlineData(CloudComputerStatus.Stopping, MachineOperationKind.Stopping)]
    [InlineData(CloudComputerStatus.Restarting, MachineOperationKind.Restarting)]
    public void R28_Gives_every_state_that_is_not_final_an_operation_and_a_deadline(CloudComputerStatus status, MachineOperationKind kind)
    {
        var computer = CloudComputerEvolution.Evolve(null, Import(null, Row with { Status = status }).Events);

        Assert.Equal(kind, computer.Operation?.Kind);
        Assert.Null(computer.Reconciled(Given.Noon.AddMinutes(4)).Operation);
    }

    [Fact]
    public void A_new_computer_comes_with_what_was_decided_elsewhere()
    {
        var told = Given.ReadyForTheNight() with { LastUpdate = Given.BeingUpdated().Reconciled(Given.Five, Given.Failure).LastUpdate, FaultReason = "Disk full." };

        Assert.Equal(told, Imported(told));
    }

    [Theory]
    [MemberData(nameof(AtWork))]
    public void R28_Follows_an_operation_that_was_begun_elsewhere_to_its_end_and_to_its_deadline(string what)
    {
        var told = MachineAtWork(what);
        var ends = told.Operation!.EndsAt;

        Assert.Equal(told, Imported(told, ends));
        var (expected, actual) = (told.Reconciled(ends, Given.Success), Imported(told, ends).Reconciled(ends, Given.Success));
        Assert.Equal(expected with { Snapshots = [] }, actual with { Snapshots = [] });
        Assert.Equal(expected.Snapshots, actual.Snapshots);
        Assert.NotEqual(told.Operation.Id, Imported(told, ends).Reconciled(told.Operation.DeadlineAt).Operation?.Id);
    }

    [Fact]
    public void A_snapshot_that_cannot_be_followed_is_made_anew()
    {
        var told = MachineAtWork("a snapshot for an update") with { Operation = null };

        var computer = Imported(told, Given.Midnight.AddHours(-3));

        Assert.Equal((UpdateSnapshot.Pending, null), (computer.PendingUpdate!.Snapshot, computer.Operation));
        Assert.Equal(UpdateSnapshot.Creating, computer.Reconciled(Given.Midnight.AddHours(-3)).PendingUpdate!.Snapshot);
    }

    [Fact]
    public void A_snapshot_that_is_not_there_is_made_again() =>
        Assert.Equal(UpdateSnapshot.Pending, Imported(Given.ReadyForTheNight() with { Snapshots = [] }).PendingUpdate!.Snapshot);

    [Fact]
    public void A_snapshot_that_failed_is_tried_again()
    {
        var told = Row.Asked(Given.Scheduled(Given.Night), Given.Noon).Reconciled(Given.Midnight.AddHours(-3)).Reconciled(Given.Midnight.AddHours(-2), Given.Failure);

        Assert.Equal(Given.Noon, Imported(told with { PendingUpdate = told.PendingUpdate! with { SnapshotRetryAt = null } }).PendingUpdate!.SnapshotRetryAt);
        Assert.Equal(told.PendingUpdate!.SnapshotRetryAt, Imported(told).PendingUpdate!.SnapshotRetryAt);
    }

    [Fact]
    public void R28_An_update_that_cannot_be_followed_counts_as_failed()
    {
        var told = Given.BeingUpdated() with { Operation = null };

        var computer = Imported(told, Given.Five);

        Assert.Equal((CloudComputerStatus.Faulted, null, null), (computer.Status, computer.PendingUpdate, computer.Operation));
        Assert.Equal((UpdateOutcome.Failed, told.PendingUpdate!.UpdateId, Given.Five), (computer.LastUpdate!.Outcome, computer.LastUpdate.UpdateId, computer.LastUpdate.FinishedAt));
        Assert.Equal(told.Snapshots, computer.Snapshots);
        Assert.NotNull(computer.FaultReason);
    }

    [Fact]
    public void R14_An_update_for_now_is_not_kept_for_later()
    {
        var computer = Imported(Row.Asked(Given.Immediate(), Given.Noon) with { Operation = null }, Given.Noon.AddHours(1));

        Assert.Equal((null, UpdateOutcome.Missed, RejectionCode.SnapshotMissing), (computer.PendingUpdate, computer.LastUpdate?.Outcome, computer.LastUpdate?.Reason));
    }

    [Fact]
    public void R20_An_update_whose_window_is_over_is_missed()
    {
        var told = Given.ReadyForTheNight() with { Status = CloudComputerStatus.Stopped };

        Assert.Equal(RejectionCode.ComputerNotRunning, Imported(told, Given.Five).LastUpdate?.Reason);
        Assert.NotNull(Imported(told, Given.Five - Given.Tick).PendingUpdate);
    }

    [Fact]
    public void R4_An_update_that_is_not_newer_here_is_missed_when_its_window_ends()
    {
        var computer = Imported(Given.ReadyForTheNight() with { CurrentVersion = Given.V3 });

        Assert.Equal(RejectionCode.AlreadyUpToDate, computer.Reconciled(Given.Midnight).Reconciled(Given.Five).LastUpdate?.Reason);
    }

    [Fact]
    public void R28_A_restore_to_a_snapshot_that_is_not_known_counts_as_failed()
    {
        var computer = Imported(RestoringTo(new SnapshotId("ecd-1-s99")));

        Assert.Equal((CloudComputerStatus.Faulted, null), (computer.Status, computer.Operation));
    }

    [Fact]
    public void Never_gives_an_id_out_twice()
    {
        var told = Given.ReadyForTheNight();

        Assert.Equal(told.NextNumber, Imported(told with { NextNumber = 1 }).NextNumber);
        Assert.Equal(70, Imported(told with { NextNumber = 70 }).NextNumber);
        Assert.Equal(10, Imported(Row with { Snapshots = [told.Snapshots[0] with { Id = new SnapshotId("ecd-1-s9") }] }).NextNumber);
    }

    [Fact]
    public void A_row_of_the_past_brings_no_update_back()
    {
        var told = Given.ReadyForTheNight() with { ImportFingerprint = "b" };
        var cancelled = told.After(UpdateRules.Cancel(told, Given.Noon)) with { ImportFingerprint = "a" };
        var changed = cancelled.Asked(Given.Scheduled(Given.Night.AddDays(1), Given.V3), Given.Noon);

        Assert.Null(cancelled.After(Import(cancelled, told)).PendingUpdate);
        Assert.Equal(changed.PendingUpdate, changed.After(Import(changed, told)).PendingUpdate);
        Assert.Null(Imported(told, Given.Noon, cancelled with { Status = CloudComputerStatus.Deleted }).PendingUpdate);
    }

    [Fact]
    public void A_row_of_an_update_elsewhere_does_not_disturb_the_machine_here()
    {
        var known = Row.Connected(Given.Noon);

        var after = known.After(Import(known, Given.BeingUpdated() with { ImportFingerprint = "b" }));

        Assert.Equal((known.Status, known.Session, null), (after.Status, after.Session, after.PendingUpdate));
        Assert.Equal(CloudComputerStatus.Faulted, Imported(Given.BeingUpdated() with { PendingUpdate = null }).Status);
        Assert.Equal(CloudComputerStatus.Faulted, Imported(Given.BeingUpdated(), Given.Noon, Row with { Status = CloudComputerStatus.Deleted }).Status);
    }

    [Fact]
    public void Making_a_computer_twice_changes_nothing() => Given.Unchanged(RegistrationRules.Create(
        Row,
        Row,
        new CustomImage { Id = new ImageId("m-1"), Name = "Office", RegionId = Row.RegionId, Type = ImageType.Custom, CurrentVersion = Given.V2 },
        Given.Noon));

    private static Decision<CloudComputerEvent> Import(CloudComputer? known, CloudComputer told) => RegistrationRules.Import(known, told, Given.Noon);

    private static CloudComputer Imported(CloudComputer told, DateTimeOffset? now = null, CloudComputer? known = null) =>
        CloudComputerEvolution.Evolve(known, RegistrationRules.Import(known, told, now ?? Given.Noon).Events);

    public static TheoryData<string> AtWork =>
        ["a snapshot for an update", "a snapshot by hand", "an update", "an update for now", "a start", "a stop", "a restart", "a restore", "a stop for a restore"];

    private static CloudComputer MachineAtWork(string what) => what switch
    {
        "a snapshot for an update" => Row.Asked(Given.Scheduled(Given.Night), Given.Noon).Reconciled(Given.Midnight.AddHours(-3)),
        "a snapshot by hand" => Row.After(SnapshotRules.Create(Row, "mine", Given.Noon)),
        "an update" => Given.BeingUpdated(),
        "an update for now" => Row.Asked(Given.Immediate(), Given.Noon),
        "a start" => (Row with { Status = CloudComputerStatus.Stopped }).After(PowerRules.Apply(Row with { Status = CloudComputerStatus.Stopped }, PowerCommand.Start, Given.Noon)),
        "a stop" => Row.After(PowerRules.Apply(Row, PowerCommand.Stop, Given.Noon)),
        "a restart" => Row.After(PowerRules.Apply(Row, PowerCommand.Restart, Given.Noon)),
        "a restore" => RestoringTo(Given.ReadyForTheNight().Snapshots[0].Id),
        _ => Given.ReadyForTheNight().After(SnapshotRules.Restore(Given.ReadyForTheNight(), Given.ReadyForTheNight().Snapshots[0].Id, stopFirst: true, Given.Noon)),
    };

    private static CloudComputer RestoringTo(SnapshotId snapshot)
    {
        var stopped = Given.ReadyForTheNight() with { Status = CloudComputerStatus.Stopped, PendingUpdate = null };
        var restoring = stopped.After(SnapshotRules.Restore(stopped, stopped.Snapshots[0].Id, stopFirst: false, Given.Noon));
        return restoring with { Operation = restoring.Operation! with { SnapshotId = snapshot } };
    }
}
