using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Harness;
using Wuying.Storage.Queries;
using Wuying.Storage.Sqlite;

namespace Wuying.Storage.Tests.Sqlite;

public sealed class Finding_the_few : IDisposable
{
    private static readonly ComputerFilter InRegion = new() { RegionId = new RegionId("cn-hangzhou") };

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteSession _session;

    public Finding_the_few() => _session = SqliteFile.OpenWriter(_folder.File("fleet.db"));

    public static TheoryData<string, ComputerFilter> OfFew => new()
    {
        { "computers_connected", InRegion with { IsConnected = true } },
        { "computers_by_reason", InRegion with { Reason = RejectionCode.ComputerConnected } },
        { "computers_by_pending", InRegion with { Pending = PendingFilter.Scheduled } },
        { "computers_by_pending", InRegion with { Pending = PendingFilter.Running } },
    };

    public static TheoryData<ComputerFilter> OfMany =>
    [
        InRegion, InRegion with { IsConnected = false }, InRegion with { Status = CloudComputerStatus.Running },
        InRegion with { Pending = PendingFilter.None }, InRegion with { Pending = PendingFilter.Any },
    ];

    [Theory, MemberData(nameof(OfFew))]
    public void Seeks_a_page_in_their_own_index_already_in_the_order_of_ids(string index, ComputerFilter filter)
    {
        var plan = PlanOfPage(filter);
        Assert.Contains($"USING INDEX {index} ", plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
    }

    [Theory, MemberData(nameof(OfMany))]
    public void Walks_the_region_for_a_page_of_the_many(ComputerFilter filter)
    {
        var plan = PlanOfPage(filter);
        Assert.Contains("USING INDEX computers_listing ", plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
    }

    [Theory, MemberData(nameof(OfFew))]
    public void Counts_without_reading_a_row(string index, ComputerFilter filter)
    {
        var all = new ComputerConditions(SqliteDialect.Instance, filter);
        var plan = Plan($"SELECT count(*) FROM computers WHERE {all.Condition}", [.. all.Values]);
        Assert.Contains("USING COVERING INDEX computers_listing ", plan);
        Assert.DoesNotContain(index, plan);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    private string PlanOfPage(ComputerFilter filter)
    {
        var where = new ComputerConditions(SqliteDialect.Instance, filter).After("ecd-1");
        return Plan($"SELECT state FROM computers WHERE {where.Condition}{RareComputers.Seek(filter)} ORDER BY id LIMIT 101", [.. where.Values]);
    }

    private string Plan(string sql, params object?[] values) =>
        string.Join('\n', _session.Query($"EXPLAIN QUERY PLAN {sql}", row => row.Text(3), values));
}
