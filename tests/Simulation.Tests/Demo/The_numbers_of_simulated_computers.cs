using Wuying.Domain.CloudComputers;
using Wuying.Simulation.Demo;

namespace Wuying.Simulation.Tests.Demo;

public sealed class The_numbers_of_simulated_computers
{
    private static readonly FleetGrowth Five = new("a", First: 0, Count: 5, Region: null, Seed: 1, "test");

    [Fact]
    public void Go_on_behind_all_that_were_given_out()
    {
        var first = FleetLedger.Empty.Begin(Five, highestFound: 0);
        var second = first.End(added: 5).Begin(Five with { RequestId = "b" }, highestFound: 0);

        Assert.Equal((1, 6, 10), (first.UnderWay!.First, second.UnderWay!.First, second.LastNumber));
    }

    [Fact]
    public void Go_on_behind_computers_that_came_otherwise() =>
        Assert.Equal((501, 505), FleetLedger.Empty.Begin(Five, highestFound: 500) is var ledger ? (ledger.UnderWay!.First, ledger.LastNumber) : default);

    [Fact]
    public void Are_given_to_one_request_at_a_time()
    {
        var ledger = FleetLedger.Empty.Begin(Five, highestFound: 0);

        Assert.Throws<InvalidOperationException>(() => ledger.Begin(Five with { RequestId = "b" }, highestFound: 0));
        Assert.Throws<InvalidOperationException>(() => FleetLedger.Empty.End(added: 5));
    }

    [Fact]
    public void Are_remembered_with_what_came_of_the_latest_requests()
    {
        var ledger = Enumerable.Range(0, FleetLedger.FinishedMax + 1).Aggregate(
            FleetLedger.Empty, (ledger, number) => ledger.Begin(Five with { RequestId = $"{number}" }, highestFound: 0).End(added: number));

        Assert.Equal((null, 1, FleetLedger.FinishedMax), (ledger.FindAdded("0"), ledger.FindAdded("1"), ledger.FindAdded($"{FleetLedger.FinishedMax}")));
    }

    [Theory]
    [InlineData("ecd-demo0000001", 1)]
    [InlineData("ecd-demo10000000", 10_000_000)]
    [InlineData("ecd-demo", null)]
    [InlineData("ecd-demo-1", null)]
    [InlineData("ecd-demo00000x1", null)]
    [InlineData("ecd-demo2147483647", null)]
    [InlineData("my-ecd-demo0000001", null)]
    public void Are_read_from_ids(string id, int? number) => Assert.Equal(number, DemoFleet.NumberOf(new CloudComputerId(id)));
}
