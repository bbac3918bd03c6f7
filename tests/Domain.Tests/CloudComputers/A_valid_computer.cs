namespace Wuying.Domain.Tests.CloudComputers;

public sealed class A_valid_computer
{
    [Fact]
    public void Is_updating_exactly_while_its_pending_update_runs()
    {
        Assert.Throws<InvalidOperationException>(() => (Given.BeingUpdated() with { Status = CloudComputerStatus.Running }).EnsureValid());
        Assert.Throws<InvalidOperationException>(() => Given.Computer(CloudComputerStatus.Updating).EnsureValid());
    }

    [Fact]
    public void Has_a_session_only_while_it_runs() => Assert.Throws<InvalidOperationException>(
        () => (Given.Computer().Connected(Given.Noon) with { Status = CloudComputerStatus.Stopped }).EnsureValid());

    [Fact]
    public void Has_an_operation_while_it_is_updated() =>
        Assert.Throws<InvalidOperationException>(() => (Given.BeingUpdated() with { Operation = null }).EnsureValid());

    [Fact]
    public void Was_registered_before_anything_else_happened_to_it() =>
        Assert.Throws<InvalidOperationException>(() => CloudComputerEvolution.Evolve(null, new ComputerDeleted(Given.Noon)));
}
