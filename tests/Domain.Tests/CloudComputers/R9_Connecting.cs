namespace Wuying.Domain.Tests.CloudComputers;

public sealed class R9_Connecting
{
    [Fact]
    public void Is_refused_during_an_update_and_tells_when_it_ends()
    {
        var rejection = Connect(Given.BeingUpdated()).Rejection;

        Assert.Equal(RejectionCode.UpdateInProgress, rejection?.Code);
        Assert.Contains("2024-05-10T17:15:00Z", rejection?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_possible_again_when_the_update_has_ended() =>
        Assert.True(Connect(Given.BeingUpdated().Reconciled(Given.Midnight.AddHours(1).AddMinutes(12), Given.Success)).IsAccepted);

    [Fact]
    public void Begins_a_session()
    {
        var computer = Given.Computer().Connected(Given.Noon);

        Assert.Equal(new UserSession(Given.Ann, Given.Noon), computer.Session);
    }

    [Fact]
    public void Is_for_assigned_users_only() =>
        Given.Refused(RejectionCode.NotEntitled, SessionRules.Connect(Given.Computer(), new UserId("eve"), Given.Noon));

    [Theory]
    [InlineData(CloudComputerStatus.Stopped, RejectionCode.ComputerNotRunning)]
    [InlineData(CloudComputerStatus.Faulted, RejectionCode.ComputerNotRunning)]
    [InlineData(CloudComputerStatus.Expired, RejectionCode.ComputerNotRunning)]
    [InlineData(CloudComputerStatus.Creating, RejectionCode.ComputerBusy)]
    [InlineData(CloudComputerStatus.Starting, RejectionCode.ComputerBusy)]
    [InlineData(CloudComputerStatus.Stopping, RejectionCode.ComputerBusy)]
    [InlineData(CloudComputerStatus.Restarting, RejectionCode.ComputerBusy)]
    [InlineData(CloudComputerStatus.Restoring, RejectionCode.ComputerBusy)]
    [InlineData(CloudComputerStatus.Deleted, RejectionCode.ComputerNotFound)]
    public void Needs_a_running_computer(CloudComputerStatus status, RejectionCode code) =>
        Given.Refused(code, Connect(Given.Computer(status)));

    [Fact]
    public void Is_refused_to_a_second_user() =>
        Given.Refused(RejectionCode.ComputerConnected, SessionRules.Connect(Given.Computer().Connected(Given.Noon), Given.Bob, Given.Noon));

    [Fact]
    public void R32_Twice_is_unchanged_and_so_is_disconnecting_twice()
    {
        var connected = Given.Computer().Connected(Given.Noon);

        Given.Unchanged(Connect(connected));
        Assert.Null(connected.After(SessionRules.Disconnect(connected, Given.Ann, Given.Noon)).Session);
        Given.Unchanged(SessionRules.Disconnect(Given.Computer(), Given.Ann, Given.Noon));
        Given.Unchanged(SessionRules.Disconnect(connected, Given.Bob, Given.Noon));
    }

    private static Decision<CloudComputerEvent> Connect(CloudComputer computer) => SessionRules.Connect(computer, Given.Ann, Given.Noon);
}
