using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

/// <summary>The table in the code, the table in the documentation and the routes that run are the same.</summary>
public sealed class The_table_of_routes
{
    // Its server stands beside the web part; the real program has it.
    private const string Metrics = "* /metrics";

    [Fact]
    public async Task Has_every_route_that_runs_and_no_other()
    {
        await using var api = await TestApi.StartAsync();
        Assert.Equal(
            api.Endpoints.Select(RouteAccessTable.NameOf).Append(Metrics).Distinct().Order(StringComparer.Ordinal),
            RouteAccessTable.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stands_in_the_documentation() => Assert.Equal(
        RouteAccessTable.All.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Value.Permission?.LeastRole(), WordOf(row.Value.Regions))),
        AccessRow.ReadAll().OrderBy(row => row.Route, StringComparer.Ordinal).Select(row => (row.Route, row.LeastRole, row.OfOtherRegions)));

    [Fact]
    public void Leaves_what_is_not_in_it_to_administrators_of_all_regions() =>
        Assert.Equal((Role.Administrator, RegionRule.All), (RouteAccess.Unlisted.Permission!.Value.LeastRole(), RouteAccess.Unlisted.Regions));

    private static string WordOf(RegionRule rule) => rule switch
    {
        RegionRule.None => AccessRow.Nothing,
        RegionRule.Named => AccessRow.Refused,
        RegionRule.OfItem => AccessRow.NotThere,
        RegionRule.Filtered => AccessRow.Filtered,
        RegionRule.All => AccessRow.NeedsAll,
        _ => AccessRow.AsksItself,
    };
}
