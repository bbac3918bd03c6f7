using System.Collections.Immutable;
using Wuying.Api.Json;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Api.Fleet.Import;

/// <summary>From a pending update in the API's own shape to one that counts here: with a window of this region's calendar, a target of its catalogue and a place to be had in its quota (R17).</summary>
internal static class PendingUpdateRowMapping
{
    /// <summary>What is wrong with a row, or null.</summary>
    public static string? FirstMistake(PendingUpdateRow row, CloudComputerId computer)
    {
        var isOffer = row.Method == Words<UpdateMethod>.Of(UpdateMethod.Offered);
        var isOffered = row.State == Words<PendingUpdateState>.Of(PendingUpdateState.Offered);
        var isAccepted = row.AcceptedAt is not null;
        return RowChecks.FirstMistake(
            (CloudComputerIds.NumberIn(computer, new UpdateId(row.UpdateId ?? string.Empty)) is not null, "pendingUpdate.updateId is no id of an update of this computer."),
            RowChecks.Version("pendingUpdate.version", row.Version),
            RowChecks.Word<UpdateMethod>("pendingUpdate.method", row.Method),
            RowChecks.Day("pendingUpdate.date", row.Date),
            RowChecks.Word<PendingUpdateState>("pendingUpdate.state", row.State),
            (row.Snapshot is null || Words<UpdateSnapshot>.TryRead(row.Snapshot, out _), $"pendingUpdate.snapshot is one of {Words<UpdateSnapshot>.All}."),
            RowChecks.ReasonOrNull("pendingUpdate.reason", row.Reason),
            RowChecks.Said("pendingUpdate.requestedBy", row.RequestedBy),
            RowChecks.Instant("pendingUpdate.requestedAt", row.RequestedAt),
            (isOffer || !(isOffered || isAccepted), "Only an offered update is offered or accepted."),
            (!isOffer || isOffered != isAccepted, "An offer that is not offered any more was accepted, and says when in pendingUpdate.acceptedAt."),
            isAccepted ? RowChecks.Instant("pendingUpdate.acceptedAt", row.AcceptedAt) : (true, string.Empty),
            isAccepted ? RowChecks.Id("pendingUpdate.acceptedBy", row.AcceptedBy) : (true, string.Empty),
            isAccepted ? RowChecks.Instant("pendingUpdate.startsAt", row.StartsAt) : (row.StartsAt is null, "Only an accepted offer has startsAt."),
            (!isAccepted || IsDelayAllowed(row), $"An accepted offer starts {string.Join(", ", OfferAcceptance.DelaysAllowed.Select(delay => delay.TotalHours))} hours after pendingUpdate.acceptedAt."),
            (row.StateAfterwards is null || Words<StateAfterwards>.TryRead(row.StateAfterwards, out _), $"pendingUpdate.stateAfterwards is one of {Words<StateAfterwards>.All}."),
            (row.SnapshotLeadHours is null || UpdateRequest.SnapshotLeadHoursAllowed.Contains(row.SnapshotLeadHours.Value), "pendingUpdate.snapshotLeadHours is 3 or 6."));
    }

    /// <summary>The update of a row without mistakes.</summary>
    /// <param name="row">The row.</param>
    /// <param name="computer">Its computer.</param>
    /// <param name="catalogue">The computer's region; null when nothing is known of it.</param>
    /// <param name="snapshots">The computer's snapshots.</param>
    /// <param name="snapshotRetryAt">When a failed snapshot is tried again.</param>
    /// <param name="startedAt">When the machine began what it is busy with.</param>
    public static PendingUpdate ToUpdate(
        PendingUpdateRow row, CloudComputer computer, Region? catalogue, ImmutableArray<Snapshot> snapshots, DateTimeOffset? snapshotRetryAt, DateTimeOffset? startedAt)
    {
        var id = new UpdateId(row.UpdateId!);
        var version = new ImageVersion(row.Version!);
        var calendar = ProductRegion.CalendarOf(computer.RegionId);
        var method = RowValues.Word<UpdateMethod>(row.Method);
        var state = RowValues.Word<PendingUpdateState>(row.State);
        var startsAt = RowValues.InstantOrNull(row.StartsAt);
        var day = startsAt is { } start ? calendar.DayOf(start) : row.Date;
        var isTimed = method is UpdateMethod.Scheduled || RowValues.InstantOrNull(row.AcceptedAt) < startsAt;
        var snapshot = row.Snapshot is null
            ? isTimed || state is PendingUpdateState.Offered ? UpdateSnapshot.Pending : UpdateSnapshot.NotWanted
            : RowValues.Word<UpdateSnapshot>(row.Snapshot);
        return new()
        {
            UpdateId = id,
            Version = version,
            Target = catalogue?.TargetOf(version) ?? new UpdateTarget(version, [], []),
            Method = method,
            Date = day,
            Window = method is UpdateMethod.Scheduled ? calendar.WindowOf(day) : null,
            SnapshotLeadHours = isTimed ? row.SnapshotLeadHours ?? UpdateRequest.SnapshotLeadHoursAllowed[0] : 0,
            Snapshot = snapshot,
            SnapshotId = snapshots.LastOrDefault(held => held.IsAutomatic && held.Name == id.Value)?.Id,
            SnapshotRetryAt = snapshot is UpdateSnapshot.Failed ? snapshotRetryAt : null,
            State = state,
            Reason = RowValues.Reason(row.Reason),
            RequestedBy = row.RequestedBy!,
            RequestedAt = RowValues.Instant(row.RequestedAt),
            Reservation = state is PendingUpdateState.Offered ? null : new QuotaReservation(day, id),
            StartedAt = state is PendingUpdateState.Running ? startedAt : null,
            AcceptedAt = RowValues.InstantOrNull(row.AcceptedAt),
            AcceptedBy = row.AcceptedBy is null ? null : new UserId(row.AcceptedBy),
            StartsAt = startsAt,
            StateAfterwards = row.StateAfterwards is null ? null : RowValues.Word<StateAfterwards>(row.StateAfterwards),
        };
    }

    /// <summary>Why an update cannot wait here; null when it can (R16).</summary>
    public static Rejection? WhyNotKept(PendingUpdate update, RegionId region, DateTimeOffset now)
    {
        var last = ProductRegion.CalendarOf(region).DayOf(now).AddDays(UpdateWindowCalendar.DaysAheadMax);
        return update.Date <= last
            ? null
            : new(RejectionCode.DateTooFar, $"{update.Date:yyyy-MM-dd} is more than {UpdateWindowCalendar.DaysAheadMax} days ahead.");
    }

    private static bool IsDelayAllowed(PendingUpdateRow row) =>
        InstantConverter.TryParse(row.AcceptedAt, out var acceptedAt) && InstantConverter.TryParse(row.StartsAt, out var startsAt)
        && OfferAcceptance.DelaysAllowed.Contains(startsAt - acceptedAt);
}
