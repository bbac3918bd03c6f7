using System.Collections.Immutable;
using Wuying.Api.Fleet.Export;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Api.Fleet.Import;

/// <summary>What an export tells of a computer's past: its latest finished update and its snapshots.</summary>
internal static class PastRowMapping
{
    private const string SomebodyElse = "import";

    /// <summary>What is wrong with the latest update, or null.</summary>
    public static string? FirstMistake(LastUpdateRow row, LastUpdateInternals? more, CloudComputerId computer) => RowChecks.FirstMistake(
        (CloudComputerIds.NumberIn(computer, new UpdateId(row.UpdateId ?? string.Empty)) is not null, "lastUpdate.updateId is no id of an update of this computer."),
        RowChecks.Version("lastUpdate.version", row.Version),
        RowChecks.Version("lastUpdate.fromVersion", row.FromVersion),
        RowChecks.Word<UpdateOutcome>("lastUpdate.outcome", row.Outcome),
        RowChecks.ReasonOrNull("lastUpdate.reason", row.Reason),
        RowChecks.InstantOrNull("lastUpdate.startedAt", row.StartedAt),
        RowChecks.Instant("lastUpdate.finishedAt", row.FinishedAt),
        (row.SnapshotId is null || CloudComputerIds.NumberIn(computer, new SnapshotId(row.SnapshotId)) is not null, "lastUpdate.snapshotId is no id of a snapshot of this computer."),
        more is null ? (true, string.Empty) : RowChecks.Word<UpdateMethod>("internals.lastUpdate.method", more.Method),
        more is null ? (true, string.Empty) : RowChecks.Day("internals.lastUpdate.date", more.Date),
        more is null ? (true, string.Empty) : RowChecks.Said("internals.lastUpdate.requestedBy", more.RequestedBy),
        more is null ? (true, string.Empty) : RowChecks.Instant("internals.lastUpdate.requestedAt", more.RequestedAt),
        RowChecks.InstantOrNull("internals.lastUpdate.acceptedAt", more?.AcceptedAt));

    /// <summary>The update of a row without mistakes. Where only the API's shape is known, it counts as scheduled for the day on which it ended.</summary>
    public static LastUpdate ToLastUpdate(LastUpdateRow row, LastUpdateInternals? more, RegionId region)
    {
        var finishedAt = RowValues.Instant(row.FinishedAt);
        return new()
        {
            UpdateId = new UpdateId(row.UpdateId!),
            Version = new ImageVersion(row.Version!),
            FromVersion = new ImageVersion(row.FromVersion!),
            Outcome = RowValues.Word<UpdateOutcome>(row.Outcome),
            Reason = RowValues.Reason(row.Reason),
            StartedAt = RowValues.InstantOrNull(row.StartedAt),
            FinishedAt = finishedAt,
            SnapshotId = row.SnapshotId is null ? null : new SnapshotId(row.SnapshotId),
            Method = more is null ? UpdateMethod.Scheduled : RowValues.Word<UpdateMethod>(more.Method),
            Date = more?.Date ?? ProductRegion.CalendarOf(region).DayOf(finishedAt),
            RequestedBy = more?.RequestedBy ?? SomebodyElse,
            RequestedAt = RowValues.InstantOrNull(more?.RequestedAt) ?? RowValues.InstantOrNull(row.StartedAt) ?? finishedAt,
            AcceptedAt = RowValues.InstantOrNull(more?.AcceptedAt),
        };
    }

    /// <summary>What is wrong with the snapshots, or null.</summary>
    public static string? FirstMistake(SnapshotLine?[] rows, CloudComputerId computer) =>
        rows.Length > SnapshotRetention.SnapshotsMax ? $"A computer keeps at most {SnapshotRetention.SnapshotsMax} snapshots."
        : rows.DistinctBy(row => row?.SnapshotId).Count() < rows.Length ? "Two snapshots have the same id."
        : rows.Select(row => FirstMistake(row, computer)).FirstOrDefault(mistake => mistake is not null);

    /// <summary>The snapshots of a row without mistakes.</summary>
    public static ImmutableArray<Snapshot> ToSnapshots(SnapshotLine?[] rows) => [.. rows.Select(row => new Snapshot(
        new SnapshotId(row!.SnapshotId!),
        row.Name!,
        RowValues.Instant(row.CreatedAt),
        row.IsAutomatic,
        new ImageVersion(row.Version!),
        RowValues.Word<CloudComputerStatus>(row.StatusThen)))];

    private static string? FirstMistake(SnapshotLine? row, CloudComputerId computer) => row is null ? "A snapshot is an object." : RowChecks.FirstMistake(
        (CloudComputerIds.NumberIn(computer, new SnapshotId(row.SnapshotId ?? string.Empty)) is not null, "snapshots[].snapshotId is no id of a snapshot of this computer."),
        RowChecks.Name("snapshots[].name", row.Name),
        RowChecks.Version("snapshots[].version", row.Version),
        (row.StatusThen is "running" or "stopped", "snapshots[].statusThen is one of running, stopped."),
        RowChecks.Instant("snapshots[].createdAt", row.CreatedAt));
}
