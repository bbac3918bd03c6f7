using System.Collections.Immutable;
using Wuying.Contracts.EndUsers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Sqlite;

/// <summary>What end users were told.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<ImmutableArray<RecordedNotification>> ListNotificationsAsync(UserId user, int limit) => store.AskAsync(session => session.Query(
        """
        SELECT sequence, kind, at, computer_id, computer_name, region, update_id, version, starts_at, ends_at, reason
        FROM notifications WHERE user_id = ? ORDER BY sequence DESC LIMIT ?
        """,
        NotificationOf,
        user.Value, SqlitePages.Limit(limit)).ToImmutableArray());

    private static RecordedNotification NotificationOf(SqliteStatement row) => new(row.Int64(0), new Notification
    {
        Kind = (NotificationKind)row.Int64(1),
        At = row.Instant(2),
        ComputerId = new CloudComputerId(row.Text(3)),
        ComputerName = row.Text(4),
        RegionId = new RegionId(row.Text(5)),
        UpdateId = new UpdateId(row.Text(6)),
        Version = new ImageVersion(row.Text(7)),
        StartsAt = row.InstantOrNull(8),
        EndsAt = row.InstantOrNull(9),
        Reason = (RejectionCode?)row.Int64OrNull(10),
    });
}
