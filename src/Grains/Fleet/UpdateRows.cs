using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Fleet;

/// <summary>What a change of a computer means for the table of updates.</summary>
internal static class UpdateRows
{
    /// <summary>The rows to insert or replace: an update that ended, here or where the computer was imported from, and a pending one that changed.</summary>
    public static ImmutableArray<UpdateRow> Between(CloudComputer? before, CloudComputer after)
    {
        var rows = ImmutableArray.CreateBuilder<UpdateRow>(2);
        if (before?.PendingUpdate is { } ended && after.LastUpdate is { } last && last.UpdateId == ended.UpdateId)
        {
            rows.Add(Ended(after, ended.Reservation?.Id, last));
        }
        else if (before is null && after.LastUpdate is { } imported)
        {
            // Its place in a quota stays where it was given.
            rows.Add(Ended(after, reservation: null, imported));
        }

        if (after.PendingUpdate is { } pending && pending != before?.PendingUpdate)
        {
            rows.Add(Pending(after, pending));
        }

        return rows.DrainToImmutable();
    }

    /// <summary>The word of a pending update's state.</summary>
    public static UpdateRowState StateOf(PendingUpdateState state) => state switch
    {
        PendingUpdateState.Offered => UpdateRowState.Offered,
        PendingUpdateState.Scheduled => UpdateRowState.Scheduled,
        PendingUpdateState.Waiting => UpdateRowState.Waiting,
        PendingUpdateState.Running => UpdateRowState.Running,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A pending update has a state."),
    };

    private static UpdateRow Ended(CloudComputer computer, UpdateId? reservation, LastUpdate last) => new()
    {
        UpdateId = last.UpdateId,
        ComputerId = computer.Id,
        RegionId = computer.RegionId,
        Date = last.Date,
        Version = last.Version,
        FromVersion = last.FromVersion,
        Method = last.Method,
        State = StateOf(last.Outcome),
        Reason = last.Reason,
        RequestedBy = last.RequestedBy,
        RequestedAt = last.RequestedAt,
        StartedAt = last.StartedAt,
        FinishedAt = last.FinishedAt,
        SnapshotId = last.SnapshotId,
        ReservationId = last.Outcome is UpdateOutcome.Cancelled or UpdateOutcome.Superseded ? null : reservation,
    };

    private static UpdateRow Pending(CloudComputer computer, PendingUpdate pending) => new()
    {
        UpdateId = pending.UpdateId,
        ComputerId = computer.Id,
        RegionId = computer.RegionId,
        Date = pending.Date,
        Version = pending.Version,
        FromVersion = computer.CurrentVersion,
        Method = pending.Method,
        State = StateOf(pending.State),
        Reason = pending.Reason,
        RequestedBy = pending.RequestedBy,
        RequestedAt = pending.RequestedAt,
        StartedAt = pending.StartedAt,
        SnapshotId = pending.SnapshotId,
        ReservationId = pending.Reservation?.Id,
    };

    private static UpdateRowState StateOf(UpdateOutcome outcome) => outcome switch
    {
        UpdateOutcome.Succeeded => UpdateRowState.Succeeded,
        UpdateOutcome.Failed => UpdateRowState.Failed,
        UpdateOutcome.Missed => UpdateRowState.Missed,
        UpdateOutcome.Cancelled => UpdateRowState.Cancelled,
        UpdateOutcome.Superseded => UpdateRowState.Superseded,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An update that ended has an outcome."),
    };
}
