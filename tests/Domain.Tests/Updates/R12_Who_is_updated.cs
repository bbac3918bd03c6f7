namespace Wuying.Domain.Tests.Updates;

public sealed class R12_Who_is_updated
{
    public static TheoryData<CloudComputerStatus> NotRunning =>
    [
        CloudComputerStatus.Stopped, CloudComputerStatus.Starting, CloudComputerStatus.Stopping, CloudComputerStatus.Restarting,
        CloudComputerStatus.Restoring, CloudComputerStatus.Faulted, CloudComputerStatus.Expired, CloudComputerStatus.Creating,
    ];

    [Theory, MemberData(nameof(NotRunning))]
    public void Not_one_that_does_not_run_when_asked_for_at_once(CloudComputerStatus status) =>
        Given.Refused(RejectionCode.ComputerNotRunning, Given.Computer(status).Ask(Given.Immediate(), Given.Noon));

    [Theory, MemberData(nameof(NotRunning))]
    public void Not_one_that_does_not_run_when_the_start_is_tried(CloudComputerStatus status) =>
        Given.Refused(RejectionCode.ComputerNotRunning, UpdateRules.Start(Given.ReadyForTheNight() with { Status = status }, Given.Midnight));

    [Fact]
    public void Not_a_connected_one_when_asked_for_at_once() =>
        Given.Refused(RejectionCode.ComputerConnected, Given.Computer().Connected(Given.Noon).Ask(Given.Immediate(), Given.Noon));

    [Fact]
    public void Not_a_connected_one_when_the_start_is_tried() =>
        Given.Refused(RejectionCode.ComputerConnected, UpdateRules.Start(Given.ReadyForTheNight().Connected(Given.Midnight), Given.Midnight));

    [Fact]
    public void Not_one_that_was_connected_to_while_its_snapshot_was_made()
    {
        var computer = Given.Computer().Asked(Given.Immediate(), Given.Noon).Connected(Given.Noon.AddMinutes(1));

        var after = computer.Reconciled(Given.Noon.AddMinutes(3), Given.Success);

        Assert.Equal((UpdateOutcome.Missed, RejectionCode.ComputerConnected), (after.LastUpdate?.Outcome, after.LastUpdate?.Reason));
        Assert.Equal(CloudComputerStatus.Running, after.Status);
    }

    [Fact]
    public void A_connection_that_came_first_wins_over_the_start()
    {
        var computer = Given.ReadyForTheNight().Connected(Given.Midnight);

        Assert.DoesNotContain(computer.Reconcile(Given.Midnight), fact => fact is UpdateStarted);
    }

    [Fact]
    public void A_start_that_came_first_wins_over_the_connection() =>
        Given.Refused(RejectionCode.UpdateInProgress, SessionRules.Connect(Given.BeingUpdated(), Given.Ann, Given.Midnight.AddHours(1)));

    [Fact]
    public void A_stopped_or_connected_one_may_be_scheduled_for_it_is_checked_at_the_start()
    {
        Assert.True(Given.Computer(CloudComputerStatus.Stopped).Ask(Given.Scheduled(Given.Night), Given.Noon).IsAccepted);
        Assert.True(Given.Computer().Connected(Given.Noon).Ask(Given.Scheduled(Given.Night), Given.Noon).IsAccepted);
    }
}
