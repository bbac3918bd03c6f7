using System.Collections.Immutable;
using Wuying.Contracts.EndUsers;
using Wuying.Domain.EndUsers;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Sqlite;

/// <summary>What end users were told.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<ImmutableArray<RecordedNotification>> ListNotificationsAsync(UserId user, int limit) => store.AskAsync(session => session.Query(
        $"SELECT {FleetRows.NotificationColumns} FROM notifications WHERE user_id = ? ORDER BY sequence DESC LIMIT ?",
        FleetRows.Notification,
        user.Value, Pages.Limit(limit)).ToImmutableArray());
}
