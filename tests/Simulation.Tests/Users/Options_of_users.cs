using Wuying.Simulation.Users;

namespace Wuying.Simulation.Tests.Users;

public sealed class Options_of_users
{
    [Fact]
    public void Are_good_unless_set() => Assert.True(IsGood(new SimulatedUsersOptions()));

    [Fact]
    public void Are_shares() => Assert.False(IsGood(new SimulatedUsersOptions { Activity = 1.1 }));

    [Fact]
    public void Leave_nobody_to_accept_and_decline_at_once() =>
        Assert.False(IsGood(new SimulatedUsersOptions { AcceptRate = 0.6, DeclineRate = 0.5 }));

    private static bool IsGood(SimulatedUsersOptions options) => new SimulatedUsersOptionsValidator().Validate(null, options).Succeeded;
}
