using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Sqlite;

/// <summary>Counts of the fleet: one walk over its rows for all of them.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<FleetSummary> SummarizeAsync(RegionId? region) => CountComputersAsync(new ComputerFilter { RegionId = region });

    public Task<FleetSummary> CountComputersAsync(ComputerFilter filter) => store.AskAsync(session =>
    {
        var where = new ComputerConditions(SqliteDialect.Instance, filter);
        return SummaryGroup.Sum(session.Query(
            $"SELECT {SummaryGroup.Columns} FROM computers WHERE {where.Condition} GROUP BY 1, 2, 3, 4, 5", SummaryGroup.Of, [.. where.Values]));
    });
}
