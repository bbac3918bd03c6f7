using System.Collections.Immutable;
using System.Globalization;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Storage.Events;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>Answers questions about the fleet from committed rows.</summary>
internal sealed class PostgresFleetQueries(PostgresFleetStore store, StateCodec codec, EventArrivals arrivals) : IFleetQueries
{
    private PostgresQuestions Questions => store.Questions;

    public async Task<Page<CloudComputer>> ListComputersAsync(ComputerFilter filter, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        var where = new ComputerConditions(PostgresDialect.Instance, filter).After(after);
        var limited = where.Add(page + 1);
        return Pages.Of(
            await Questions.AskAsync(
                $"SELECT state FROM computers WHERE {where.Condition} ORDER BY id LIMIT {limited}",
                row => codec.Read<CloudComputer>(row.Bytes(0)),
                where.Values),
            page,
            computer => computer.Id.Value);
    }

    public async Task<CountedPage<CloudComputer>> SelectComputersAsync(ComputerFilter filter, string? after, int skipped, int limit)
    {
        var page = Pages.Limit(limit);
        var all = new ComputerConditions(PostgresDialect.Instance, filter);
        var where = new ComputerConditions(PostgresDialect.Instance, filter).After(after);
        var limits = $"LIMIT {where.Add(page + 1)} OFFSET {where.Add(Pages.Skipped(skipped))}";
        var (rows, counts) = await Questions.AskBothAsync(
            new PostgresQuestion<CloudComputer>(
                $"SELECT state FROM computers WHERE {where.Condition} ORDER BY id {limits}", row => codec.Read<CloudComputer>(row.Bytes(0)), where.Values),
            new PostgresQuestion<long>($"SELECT count(*) FROM computers WHERE {all.Condition}", row => row.Int64(0), all.Values));
        return new(Pages.Of(rows, page, computer => computer.Id.Value), counts.Single());
    }

    public async Task<ImmutableArray<OfficeNetworkCount>> ListOfficeNetworksAsync(RegionId region) => [.. await Questions.AskAsync(
        "SELECT office, count(*) FROM computers WHERE region = $1 AND status <> $2 GROUP BY office ORDER BY office",
        row => new OfficeNetworkCount(row.Text(0), row.Int64(1)),
        region.Value, CloudComputerStatus.Deleted)];

    public async Task<CountedPage<RecordedSession>> ListSessionsAsync(SessionFilter filter, string? after, int skipped, int limit)
    {
        var page = Pages.Limit(limit);
        var all = new SessionConditions(PostgresDialect.Instance, filter);
        var where = new SessionConditions(PostgresDialect.Instance, filter).After(after);
        var limits = $"LIMIT {where.Add(page + 1)} OFFSET {where.Add(Pages.Skipped(skipped))}";
        var (rows, counts) = await Questions.AskBothAsync(
            new PostgresQuestion<RecordedSession>(
                $"SELECT {SessionConditions.Columns} FROM {SessionConditions.Tables} WHERE {where.Condition} ORDER BY sessions.number DESC {limits}",
                FleetRows.Session,
                where.Values),
            new PostgresQuestion<long>($"SELECT count(*) FROM {SessionConditions.Tables} WHERE {all.Condition}", row => row.Int64(0), all.Values));
        return new(Pages.Of(rows, page, recorded => recorded.Number.ToString(CultureInfo.InvariantCulture)), counts.Single());
    }

    public async Task<ComputerIndex> IndexComputersAsync(ComputerFilter filter, ComputerOrder order)
    {
        var where = new ComputerConditions(PostgresDialect.Instance, filter);
        var condition = where.Condition;
        object?[] values = [.. where.Values];
        var limited = where.Add(ComputerIndex.LengthMax);
        var ids = await Questions.AskAsync(
            $"SELECT id FROM computers WHERE {condition} ORDER BY {ComputerOrders.Of(order)} LIMIT {limited}",
            row => new CloudComputerId(row.Text(0)),
            where.Values);
        return new ComputerIndex(
            [.. ids],
            ids.Count < ComputerIndex.LengthMax
                ? ids.Count
                : (await Questions.AskAsync($"SELECT count(*) FROM computers WHERE {condition}", row => row.Int64(0), values)).Single());
    }

    public async Task<Page<CustomImage>> ListImagesAsync(
        RegionId region, ImageType? type, ImmutableArray<ImageVersion>? versions, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        return Pages.Of(
            await Questions.AskAsync(
                """
                SELECT state FROM images
                WHERE region = $1 AND id > $2 AND NOT is_deleted AND ($3 = 0 OR image_type = $3) AND ($4 OR version = ANY ($5))
                ORDER BY id LIMIT $6
                """,
                row => codec.Read<CustomImage>(row.Bytes(0)),
                region.Value,
                after ?? "",
                (int?)type ?? 0,
                versions is null,
                PostgresDialect.Instance.List((versions ?? []).Select(version => version.Number)),
                page + 1),
            page,
            image => image.Id.Value);
    }

    public async Task<ImmutableArray<Region>> ListRegionsAsync() =>
        [.. await Questions.AskAsync("SELECT state FROM regions ORDER BY id", row => codec.Read<Region>(row.Bytes(0)))];

    public async Task<ImmutableArray<VersionCount>> CountVersionsAsync(RegionId region) => [.. await Questions.AskAsync(
        """
        SELECT version, sum(computers)::bigint, sum(images)::bigint FROM (
            SELECT version, count(*) AS computers, 0 AS images FROM computers WHERE region = $1 AND status <> $2 GROUP BY version
            UNION ALL SELECT version, 0, count(*) FROM images WHERE region = $1 AND image_type = $3 AND NOT is_deleted GROUP BY version) AS counted
        GROUP BY version ORDER BY version
        """,
        row => new VersionCount(new ImageVersion(row.Text(0)), row.Int64(1), row.Int64(2)),
        region.Value, CloudComputerStatus.Deleted, ImageType.Custom)];

    public Task<FleetSummary> SummarizeAsync(RegionId? region) => CountComputersAsync(new ComputerFilter { RegionId = region });

    public async Task<FleetSummary> CountComputersAsync(ComputerFilter filter)
    {
        var where = new ComputerConditions(PostgresDialect.Instance, filter);
        return SummaryGroup.Sum(await Questions.AskAsync(
            $"SELECT {SummaryGroup.Columns} FROM computers WHERE {where.Condition} GROUP BY 1, 2, 3, 4, 5", SummaryGroup.Of, where.Values));
    }

    // Without slots there are no times: a remainder of nothing is nothing.
    public async Task<ImmutableArray<UpdateGroup>> CountUpdatesAsync(RegionId region, DateOnly first, DateOnly last, TimeSpan? slot) => [.. await Questions.AskAsync(
        $"""
        SELECT {FleetRows.UpdateGroupColumns}, started_at - started_at % $4::bigint, finished_at - finished_at % $4::bigint, count(*)
        FROM updates WHERE region = $1 AND day BETWEEN $2 AND $3 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
        """,
        FleetRows.UpdateGroup,
        region.Value, first, last, slot?.Ticks)];

    public async Task<ImmutableArray<QuotaDay>> ListQuotasAsync(RegionId region, DateOnly first, DateOnly last) => [.. await Questions.AskAsync(
        """
        SELECT day, quota_limit,
            (SELECT count(*) FROM quota_reservations AS held WHERE held.region = quota_days.region AND held.day = quota_days.day)
        FROM quota_days WHERE region = $1 AND day BETWEEN $2 AND $3 ORDER BY day
        """,
        row => new QuotaDay(row.Day(0), (int)row.Int64(1), (int)row.Int64(2)),
        region.Value, first, last)];

    public async Task<ImmutableArray<RecordedNotification>> ListNotificationsAsync(UserId user, int limit) => [.. await Questions.AskAsync(
        $"SELECT {FleetRows.NotificationColumns} FROM notifications WHERE user_id = $1 ORDER BY sequence DESC LIMIT $2",
        FleetRows.Notification,
        user.Value, Pages.Limit(limit))];

    public Task<BulkOperation?> FindOperationAsync(string id) => PostgresBulkOperations.FindCountedAsync(Questions, codec, id);

    public async Task<Page<BulkItem>> ListOperationItemsAsync(string id, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        _ = int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return Pages.Of(
            await Questions.AskAsync(
                $"SELECT {FleetRows.ItemColumns} FROM bulk_items WHERE operation_id = $1 AND number > $2 ORDER BY number LIMIT $3",
                FleetRows.Item,
                id, number, page + 1),
            page,
            item => item.Number.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<UpdatesOfDay> ListUpdatesAsync(
        RegionId region, DateOnly date, UpdateRowState? state, RejectionCode? reason, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        var (rows, counts) = await Questions.AskBothAsync(
            new PostgresQuestion<UpdateRow>(
                $"""
                SELECT {FleetRows.UpdateColumns} FROM updates
                WHERE region = $1 AND day = $2 AND (computer_id, update_id) > ($3, $4)
                    AND ($5 = 0 OR state = $5) AND ($6 = 0 OR reason = $6)
                ORDER BY computer_id, update_id LIMIT $7
                """,
                FleetRows.Update,
                region.Value, date, Pages.ComputerIn(after), after ?? "", (int?)state ?? 0, (int?)reason ?? 0, page + 1),
            new PostgresQuestion<UpdateCount>(
                "SELECT state, reason, count(*) FROM updates WHERE region = $1 AND day = $2 GROUP BY state, reason",
                row => new((UpdateRowState)row.Int64(0), (RejectionCode?)row.Int64OrNull(1), row.Int64(2)),
                region.Value, date));
        return new UpdatesOfDay(
            Pages.Of(rows, page, update => update.UpdateId.Value),
            Sums(counts, count => ApiWords.Of(count.State)),
            Sums(counts.Where(count => count.Reason is not null), count => count.Reason.ToString()!));
    }

    public async Task<ImmutableArray<RecordedEvent>> ListEventsAsync(long after, int limit) => [.. await Questions.AskAsync(
        $"SELECT {FleetRows.EventColumns} FROM events WHERE sequence > $1 ORDER BY sequence LIMIT $2",
        FleetRows.Event,
        after, Pages.Limit(limit))];

    public Task<ImmutableArray<RecordedEvent>> AwaitEventsAsync(long after, int limit, TimeSpan patience) =>
        arrivals.AwaitAsync(() => ListEventsAsync(after, limit), patience);

    public async Task<long> FindNewestSequenceAsync() => (await Questions.AskAsync("SELECT last FROM event_counter", row => row.Int64(0))).Single();

    public async Task<ImmutableArray<RecordedEvent>> ListHistoryAsync(string subject, string subjectId, long? before, int limit) =>
        [.. await Questions.AskAsync(
            $"""
            SELECT {FleetRows.EventColumns} FROM events
            WHERE subject_id = $1 AND subject = $2 AND sequence < $3 ORDER BY sequence DESC LIMIT $4
            """,
            FleetRows.Event,
            subjectId, subject, before ?? long.MaxValue, Pages.Limit(limit))];

    private static ImmutableSortedDictionary<string, long> Sums(IEnumerable<UpdateCount> counts, Func<UpdateCount, string> word) =>
        counts.GroupBy(word, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(part => part.Count), StringComparer.Ordinal);

    private sealed record UpdateCount(UpdateRowState State, RejectionCode? Reason, long Count);
}
