using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.WebConsole.CloudComputers;

namespace Wuying.Console.Tests.CloudComputers;

public sealed class The_query_of_a_list
{
    private static readonly ImageVersion Old = new("2.6.0-R-20230912.183045");
    private static readonly ImageVersion New = new("2.7.0-R-20231020.101500");
    private static readonly UpdateTarget Target = new(New, [], []);
    private static readonly VersionCount[] Versions = [new(Old, 3, 1), new(New, 2, 0)];

    [Fact]
    public void Survives_in_an_address()
    {
        var query = new ComputerQuery
        {
            Scope = ComputerScope.All,
            Text = "desk 7",
            Status = CloudComputerStatus.Faulted,
            IsConnected = false,
            Office = "cn-hangzhou+dir-1",
            Current = Old.Number,
            Pending = PendingFilter.Waiting,
            Reason = RejectionCode.ComputerConnected,
            Order = new ComputerOrder(ComputerOrderKey.Name, IsDescending: true),
        };

        Assert.Equal(query, Through(query));
        Assert.Equal(new ComputerQuery(), Through(new ComputerQuery()));
        Assert.All(new ComputerQuery().ToAddress().Values, Assert.Null);
    }

    [Theory]
    [InlineData("status", "2")]
    [InlineData("status", "Unspecified")]
    [InlineData("status", "running; drop table")]
    [InlineData("sort", "--Name")]
    [InlineData("sort", "state")]
    [InlineData("scope", "7")]
    [InlineData("connected", "maybe")]
    [InlineData("q", "   ")]
    public void Asks_for_nothing_where_an_address_says_nonsense(string name, string value) => Assert.Equal(
        new ComputerQuery(), ComputerQuery.Read(asked => asked == name ? value : null) with { Order = ComputerOrder.ById });

    [Theory]
    [InlineData(ComputerScope.ToUpdate, new[] { "2.6.0-R-20230912.183045" })]
    [InlineData(ComputerScope.Updated, new[] { "2.7.0-R-20231020.101500" })]
    public void Finds_by_version_who_can_be_updated_and_who_has_been(ComputerScope scope, string[] versions) => Assert.Equal(
        versions, FilterOf(new ComputerQuery { Scope = scope }).Versions!.Value.Select(version => version.Number));

    [Fact]
    public void Finds_everybody_when_all_are_asked_for()
    {
        var filter = FilterOf(new ComputerQuery { Scope = ComputerScope.All });

        Assert.Null(filter.Versions);
        Assert.Equal("cn-hangzhou", filter.RegionId?.Value);
    }

    [Fact]
    public void Finds_nobody_at_a_version_outside_the_scope() => Assert.Empty(
        FilterOf(new ComputerQuery { Scope = ComputerScope.ToUpdate, Current = New.Number }).Versions!.Value);

    private static ComputerFilter FilterOf(ComputerQuery query) => query.ToFilter(new RegionId("cn-hangzhou"), Target, [.. Versions]);

    private static ComputerQuery Through(ComputerQuery query)
    {
        var address = query.ToAddress();
        return ComputerQuery.Read(name => (string?)address[name]);
    }
}
