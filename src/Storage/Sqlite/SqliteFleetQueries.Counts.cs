using System.Runtime.InteropServices;
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

        // SQLite would sort a hundred thousand rows to group them.
        var counts = new Dictionary<SummaryKey, long>();
        session.ForEach(
            $"SELECT {SummaryKey.Columns} FROM computers WHERE {where.Condition}",
            row => CollectionsMarshal.GetValueRefOrAddDefault(counts, SummaryKey.Of(row), out _)++,
            [.. where.Values]);
        return SummaryGroup.Sum([.. counts.Select(group => SummaryGroup.Of(group.Key, group.Value))]);
    });
}
