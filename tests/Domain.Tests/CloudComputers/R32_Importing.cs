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
    public void Making_a_computer_twice_changes_nothing() => Given.Unchanged(RegistrationRules.Create(
        Row,
        Row,
        new CustomImage { Id = new ImageId("m-1"), Name = "Office", RegionId = Row.RegionId, Type = ImageType.Custom, CurrentVersion = Given.V2 },
        Given.Noon));

    private static Decision<CloudComputerEvent> Import(CloudComputer? known, CloudComputer told) => RegistrationRules.Import(known, told, Given.Noon);
}
