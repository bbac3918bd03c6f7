using System.Collections.Immutable;
using System.Globalization;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Storage.Events;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Answers questions about the fleet from committed rows. Counts, updates, events and bulk operations have files of their own.</summary>
internal sealed partial class SqliteFleetQueries(SqliteFleetStore store, StateCodec codec, EventArrivals arrivals) : IFleetQueries
{
    public Task<Page<CloudComputer>> ListComputersAsync(ComputerFilter filter, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        var where = new ComputerConditions(SqliteDialect.Instance, filter).After(after);
        var limited = where.Add(page + 1);
        return store.AskAsync(session => Pages.Of(
            session.Query(
                $"SELECT state FROM computers WHERE {where.Condition}{RareComputers.Seek(filter)} ORDER BY id LIMIT {limited}",
                row => codec.Read<CloudComputer>(row.Bytes(0)),
                [.. where.Values]),
            page,
            computer => computer.Id.Value));
    }

    public Task<CountedPage<CloudComputer>> SelectComputersAsync(ComputerFilter filter, string? after, int skipped, int limit)
    {
        var page = Pages.Limit(limit);
        var all = new ComputerConditions(SqliteDialect.Instance, filter);
        var where = new ComputerConditions(SqliteDialect.Instance, filter).After(after);
        var limits = $"LIMIT {where.Add(page + 1)} OFFSET {where.Add(Pages.Skipped(skipped))}";
        return store.AskAsync(session => new CountedPage<CloudComputer>(
            Pages.Of(
                session.Query(
                    $"SELECT state FROM computers WHERE {where.Condition}{RareComputers.Seek(filter)} ORDER BY id {limits}",
                    row => codec.Read<CloudComputer>(row.Bytes(0)),
                    [.. where.Values]),
                page,
                computer => computer.Id.Value),
            session.Number($"SELECT count(*) FROM computers WHERE {all.Condition}", [.. all.Values]) ?? 0));
    }

    public Task<ImmutableArray<OfficeNetworkCount>> ListOfficeNetworksAsync(RegionId region) => store.AskAsync(session => session.Query(
        "SELECT office, count(*) FROM computers WHERE region = ? AND status <> ? GROUP BY office ORDER BY office",
        row => new OfficeNetworkCount(row.Text(0), row.Int64(1)),
        region.Value, CloudComputerStatus.Deleted).ToImmutableArray());

    public Task<CountedPage<RecordedSession>> ListSessionsAsync(SessionFilter filter, string? after, int skipped, int limit)
    {
        var page = Pages.Limit(limit);
        var all = new SessionConditions(SqliteDialect.Instance, filter);
        var where = new SessionConditions(SqliteDialect.Instance, filter).After(after);
        var limits = $"LIMIT {where.Add(page + 1)} OFFSET {where.Add(Pages.Skipped(skipped))}";
        return store.AskAsync(session => new CountedPage<RecordedSession>(
            Pages.Of(
                session.Query(
                    $"SELECT {SessionConditions.Columns} FROM {SessionConditions.Tables} WHERE {where.Condition} ORDER BY sessions.number DESC {limits}",
                    FleetRows.Session,
                    [.. where.Values]),
                page,
                recorded => recorded.Number.ToString(CultureInfo.InvariantCulture)),
            session.Number($"SELECT count(*) FROM {SessionConditions.Tables} WHERE {all.Condition}", [.. all.Values]) ?? 0));
    }

    public Task<ComputerIndex> IndexComputersAsync(ComputerFilter filter, ComputerOrder order)
    {
        var where = new ComputerConditions(SqliteDialect.Instance, filter);
        var condition = where.Condition;
        object?[] values = [.. where.Values];
        var limited = where.Add(ComputerIndex.LengthMax);
        return store.AskAsync(session =>
        {
            var ids = session.Query(
                $"SELECT id FROM computers WHERE {condition} ORDER BY {ComputerOrders.Of(order)} LIMIT {limited}",
                row => new CloudComputerId(row.Text(0)),
                [.. where.Values]).ToImmutableArray();
            return new ComputerIndex(
                ids,
                ids.Length < ComputerIndex.LengthMax ? ids.Length : session.Number($"SELECT count(*) FROM computers WHERE {condition}", values) ?? 0);
        });
    }

    public Task<Page<CustomImage>> ListImagesAsync(
        RegionId region, ImageType? type, ImmutableArray<ImageVersion>? versions, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        var wanted = versions is { } some ? SqliteDialect.Instance.List(some.Select(version => version.Number)) : null;
        return store.AskAsync(session => Pages.Of(
            session.Query(
                """
                SELECT state FROM images
                WHERE region = ?1 AND id > ?2 AND is_deleted = 0 AND (?3 IS NULL OR image_type = ?3)
                    AND (?4 IS NULL OR version IN (SELECT value FROM json_each(?4)))
                ORDER BY id LIMIT ?5
                """,
                row => codec.Read<CustomImage>(row.Bytes(0)),
                region.Value, after ?? "", type, wanted, page + 1),
            page,
            image => image.Id.Value));
    }

    public Task<ImmutableArray<Region>> ListRegionsAsync() => store.AskAsync(session =>
        session.Query("SELECT state FROM regions ORDER BY id", row => codec.Read<Region>(row.Bytes(0))).ToImmutableArray());

    public Task<ImmutableArray<VersionCount>> CountVersionsAsync(RegionId region) => store.AskAsync(session => session.Query(
        """
        SELECT version, sum(computers), sum(images) FROM (
            SELECT version, 1 AS computers, 0 AS images FROM computers WHERE region = ?1 AND status <> ?2
            UNION ALL SELECT version, 0, 1 FROM images WHERE region = ?1 AND image_type = ?3 AND is_deleted = 0)
        GROUP BY version ORDER BY version
        """,
        row => new VersionCount(new ImageVersion(row.Text(0)), row.Int64(1), row.Int64(2)),
        region.Value, CloudComputerStatus.Deleted, ImageType.Custom).ToImmutableArray());

    public Task<ImmutableArray<QuotaDay>> ListQuotasAsync(RegionId region, DateOnly first, DateOnly last) => store.AskAsync(session => session.Query(
        """
        SELECT day, quota_limit,
            (SELECT count(*) FROM quota_reservations held WHERE held.region = quota_days.region AND held.day = quota_days.day)
        FROM quota_days WHERE region = ? AND day BETWEEN ? AND ? ORDER BY day
        """,
        row => new QuotaDay(row.Day(0), (int)row.Int64(1), (int)row.Int64(2)),
        region.Value, first, last).ToImmutableArray());
}
