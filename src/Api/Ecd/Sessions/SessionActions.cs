using System.Collections.Immutable;
using System.Globalization;
using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Sessions;

/// <summary>Who is or was connected to what.</summary>
internal static class SessionActions
{
    /// <summary>How far lists of sessions look back.</summary>
    private const int DaysBack = 30;

    public static void MapSessions(this EcdActionTable actions)
    {
        actions.Read<DescribeDesktopSessionsRequest, DescribeDesktopSessionsAnswer>("DescribeDesktopSessions", DescribeAsync);
        actions.Operate<DisconnectDesktopSessionsRequest, DisconnectDesktopSessionsAnswer>("DisconnectDesktopSessions", DisconnectAsync);
        actions.Read<DescribeUserConnectionRecordsRequest, DescribeUserConnectionRecordsAnswer>("DescribeUserConnectionRecords", DescribeRecordsAsync);
    }

    private static async Task<EcdResult<DescribeDesktopSessionsAnswer>> DescribeAsync(DescribeDesktopSessionsRequest request, EcdCall call)
    {
        var oldest = (await call.Cluster.GetNowAsync()).AddDays(-DaysBack);
        var filter = new SessionFilter
        {
            RegionId = call.Region.Id,
            ComputerIds = request.DesktopId is { } ids ? [.. ids.Select(id => new CloudComputerId(id))] : null,
            ComputerName = request.DesktopName,
            OfficeNetworkId = request.OfficeSiteId,
            UserIds = UsersOf(request),
            IsConnected = request.SessionStatus is null ? null : request.SessionStatus is DesktopWords.Connected,
            StartedFrom = request.StartTime is { } start && start > oldest ? start : oldest,
            StartedUntil = request.EndTime,
        };
        var found = await call.Cluster.Queries.ListSessionsAsync(filter, after: null, (request.PageNumber - 1) * request.PageSize, request.PageSize);
        return new DescribeDesktopSessionsAnswer([.. found.Page.Items.Select(ToAnswer)], (int)found.Total);
    }

    // Three ways to name users; they narrow together.
    private static ImmutableArray<UserId>? UsersOf(DescribeDesktopSessionsRequest request)
    {
        IEnumerable<string>?[] told = [request.EndUserIds, request.EndUserId is { } one ? [one] : null, request.EndUserIdFilter is { } other ? [other] : null];
        var given = told.OfType<IEnumerable<string>>().ToArray();
        return given.Length == 0 ? null : [.. given.Aggregate((some, more) => some.Intersect(more)).Select(user => new UserId(user))];
    }

    private static SessionAnswer ToAnswer(RecordedSession recorded) => new(
        recorded.Session.ComputerId.Value,
        recorded.ComputerName,
        recorded.Session.UserId.Value,
        recorded.OfficeNetworkId,
        recorded.Session.EndedAt is null ? DesktopWords.Connected : DesktopWords.Disconnected,
        EcdInstants.ToSecond(recorded.Session.StartedAt),
        recorded.Session.EndedAt is { } ended ? EcdInstants.ToSecond(ended) : null);

    private static async Task<EcdResult<DisconnectDesktopSessionsAnswer>> DisconnectAsync(DisconnectDesktopSessionsRequest request, EcdCall call)
    {
        var isValid = await Task.WhenAll(request.Sessions!.Select(async session =>
            await call.FindComputerAsync(session.DesktopId) is { Session: { } current } && current.UserId.Value == session.EndUserId));
        if (!request.PreCheck)
        {
            await Task.WhenAll(request.Sessions!.Where((_, index) => isValid[index]).Select(session =>
                call.Cluster.Computer(new CloudComputerId(session.DesktopId!)).DisconnectAsync(new UserId(session.EndUserId!), call.RequestedBy)));
        }

        return new DisconnectDesktopSessionsAnswer(
            [.. request.Sessions!.Where((_, index) => !isValid[index]).Select(session => new InvalidSessionAnswer(session.DesktopId!, session.EndUserId!))]);
    }

    private static async Task<EcdResult<DescribeUserConnectionRecordsAnswer>> DescribeRecordsAsync(DescribeUserConnectionRecordsRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var filter = new SessionFilter
        {
            RegionId = call.Region.Id,
            ComputerIds = request.DesktopId is { } id ? [new CloudComputerId(id)] : null,
            UserIds = [new UserId(request.EndUserId!)],
            StartedFrom = InstantOf(request.ConnectStartTimeFrom),
            StartedUntil = InstantOf(request.ConnectStartTimeTo),
            EndedFrom = InstantOf(request.ConnectEndTimeFrom),
            EndedUntil = InstantOf(request.ConnectEndTimeTo),
            LastedFrom = SpanOf(request.ConnectDurationFrom),
            LastedUntil = SpanOf(request.ConnectDurationTo),
        };
        var found = await call.Cluster.Queries.ListSessionsAsync(filter, after, skipped: 0, request.MaxResults);
        return new DescribeUserConnectionRecordsAnswer([.. found.Page.Items.Select(ToRecord)], Cursor.Encode(found.Page.NextCursor));
    }

    private static DateTimeOffset? InstantOf(long? milliseconds) => milliseconds is { } told ? DateTimeOffset.FromUnixTimeMilliseconds(told) : null;

    private static TimeSpan? SpanOf(long? milliseconds) => milliseconds is { } told ? TimeSpan.FromMilliseconds(told) : null;

    private static ConnectionRecordAnswer ToRecord(RecordedSession recorded) => new(
        recorded.Number.ToString(CultureInfo.InvariantCulture),
        recorded.Session.ComputerId.Value,
        recorded.ComputerName,
        EcdInstants.ToSecond(recorded.Session.StartedAt),
        recorded.Session.EndedAt is { } ended ? EcdInstants.ToSecond(ended) : null,
        recorded.Session.EndedAt is { } end ? ((long)(end - recorded.Session.StartedAt).TotalMilliseconds).ToString(CultureInfo.InvariantCulture) : null);
}
