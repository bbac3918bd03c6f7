using Wuying.Contracts.Answers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;
using Wuying.Storage.States;

namespace Wuying.Storage.Queries;

/// <summary>Reads rows of the tables that both databases have: which columns to ask for, and what they make.</summary>
internal static class FleetRows
{
    public const string EventColumns = "sequence, at, region, subject, subject_id, kind, requested_by, data, before_change, after_change";

    public const string UpdateColumns =
        """
        update_id, computer_id, region, day, version, from_version, method, state, reason,
        requested_by, requested_at, started_at, finished_at, snapshot_id, reservation_id
        """;

    public const string NotificationColumns =
        "sequence, kind, at, computer_id, computer_name, region, update_id, version, starts_at, ends_at, reason";

    /// <summary>What a group of updates has in common; the rest of its columns are its slots of time and its count.</summary>
    public const string UpdateGroupColumns = "day, method, state, reason, from_version, version, snapshot_id IS NOT NULL";

    public const string OperationColumns = "id, region, command, total, accepted, rejected, started_at, finished_at";

    public const string ItemColumns = "number, computer_id, outcome, code, message";

    public static RecordedEvent Event(IRow row) => new(row.Int64(0), new FleetEvent
    {
        At = row.Instant(1),
        RegionId = row.Text(2),
        Subject = row.Text(3),
        SubjectId = row.Text(4),
        Kind = row.Text(5),
        RequestedBy = row.Text(6),
        Data = row.Text(7),
        Before = row.TextOrNull(8),
        After = row.TextOrNull(9),
    });

    public static UpdateRow Update(IRow row) => new()
    {
        UpdateId = new UpdateId(row.Text(0)),
        ComputerId = new CloudComputerId(row.Text(1)),
        RegionId = new RegionId(row.Text(2)),
        Date = row.Day(3),
        Version = new ImageVersion(row.Text(4)),
        FromVersion = new ImageVersion(row.Text(5)),
        Method = (UpdateMethod)row.Int64(6),
        State = (UpdateRowState)row.Int64(7),
        Reason = (RejectionCode?)row.Int64OrNull(8),
        RequestedBy = row.Text(9),
        RequestedAt = row.Instant(10),
        StartedAt = row.InstantOrNull(11),
        FinishedAt = row.InstantOrNull(12),
        SnapshotId = row.TextOrNull(13) is { } snapshot ? new SnapshotId(snapshot) : null,
        ReservationId = row.TextOrNull(14) is { } reservation ? new UpdateId(reservation) : null,
    };

    public static UpdateGroup UpdateGroup(IRow row) => new()
    {
        Date = row.Day(0),
        Method = (UpdateMethod)row.Int64(1),
        State = (UpdateRowState)row.Int64(2),
        Reason = (RejectionCode?)row.Int64OrNull(3),
        FromVersion = new ImageVersion(row.Text(4)),
        Version = new ImageVersion(row.Text(5)),
        HasSnapshot = row.Bool(6),
        StartedIn = row.InstantOrNull(7),
        FinishedIn = row.InstantOrNull(8),
        Count = row.Int64(9),
    };

    public static RecordedNotification Notification(IRow row) => new(row.Int64(0), new Notification
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

    public static RecordedSession Session(IRow row) => new(
        row.Int64(0),
        new SessionRow(
            new CloudComputerId(row.Text(1)), new RegionId(row.Text(2)), new UserId(row.Text(3)), row.Instant(4), row.InstantOrNull(5)),
        row.Text(6),
        row.Text(7));

    public static BulkOperation Operation(IRow row, StateCodec codec) => new()
    {
        Id = row.Text(0),
        RegionId = new RegionId(row.Text(1)),
        Command = codec.ReadValue<BulkCommand>(row.Bytes(2)),
        Total = (int)row.Int64(3),
        Accepted = (int)row.Int64(4),
        Rejected = (int)row.Int64(5),
        StartedAt = row.Instant(6),
        FinishedAt = row.InstantOrNull(7),
    };

    public static BulkItem Item(IRow row) => new(
        (int)row.Int64(0),
        new CloudComputerId(row.Text(1)),
        row.Int64OrNull(2) is { } outcome
            ? new Answer((AnswerOutcome)outcome, row.Int64OrNull(3) is { } code ? new Rejection((RejectionCode)code, row.Text(4)) : null)
            : null);
}
