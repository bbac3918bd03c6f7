using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Domain.Updates;

/// <summary>Asking for, changing, cancelling and starting the update of one computer (R12–R23).</summary>
public static class UpdateRules
{
    /// <summary>Decides about a request. A place in the quota (<see cref="PendingUpdate.Reservation"/>) must be had before the facts are recorded (R17).</summary>
    public static Decision<CloudComputerEvent> Request(
        CloudComputer computer, UpdateRequest request, UpdateWindowCalendar calendar, DateTimeOffset now)
    {
        if (WhyNotUpdatable(computer, request.Target) is { } rejection)
        {
            return Decision<CloudComputerEvent>.Reject(rejection);
        }

        return IsAlreadyAsked(computer.PendingUpdate, request)
            ? Decision<CloudComputerEvent>.Unchanged
            : request.Method switch
            {
                UpdateMethod.Scheduled => Schedule(computer, request, calendar, now),
                UpdateMethod.Immediate => StartNow(computer, request, calendar, now),
                _ => throw new ArgumentOutOfRangeException(nameof(request), request.Method, "Not a method that can be asked for."),
            };
    }

    /// <summary>Cancels the pending update until it starts (R22).</summary>
    public static Decision<CloudComputerEvent> Cancel(CloudComputer computer, DateTimeOffset now) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => Refuse(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        { PendingUpdate: null } => Refuse(RejectionCode.NoPendingUpdate, $"{computer.Id} has no pending update."),
        { PendingUpdate.IsRunning: true } => Refuse(RejectionCode.UpdateInProgress, $"The update of {computer.Id} is running."),
        { PendingUpdate: { } update } => Decision<CloudComputerEvent>.Accept(new UpdateCancelled(now, update.UpdateId)),
    };

    /// <summary>Starts the pending update if nothing stands against it at this instant (R12, R19, R20).</summary>
    public static Decision<CloudComputerEvent> Start(CloudComputer computer, DateTimeOffset now)
    {
        if (computer.PendingUpdate is not { State: not PendingUpdateState.Offered } update)
        {
            return Refuse(RejectionCode.NoPendingUpdate, $"{computer.Id} has no update that anybody decided on.");
        }

        if (StartObstacle(computer) is { } obstacle)
        {
            return Refuse(obstacle, $"{computer.Id} cannot be updated now: {obstacle}.");
        }

        if (update.Window is { } window && (now < window.StartsAt || now >= window.EndsAt))
        {
            return Refuse(RejectionCode.WindowClosed, $"The window is {window.StartsAt:O} to {window.EndsAt:O}.");
        }

        return update.Window is { } open && now > open.LastStartAt
            ? Refuse(RejectionCode.WindowTooShort, $"An update that starts after {open.LastStartAt:O} could not finish in the window.")
            : Decision<CloudComputerEvent>.Accept(new UpdateStarted(
                now, update.UpdateId, update.Version, computer.NextOperation(MachineOperationKind.Updating, now) with { UpdateId = update.UpdateId }));
    }

    /// <summary>What in the computer's own state stands against a start, time aside; null when nothing does (R4, R12, R19).</summary>
    public static RejectionCode? StartObstacle(CloudComputer computer) => computer switch
    {
        { Status: CloudComputerStatus.Updating } => RejectionCode.UpdateInProgress,
        { Status: not CloudComputerStatus.Running } => RejectionCode.ComputerNotRunning,
        { Session: not null } => RejectionCode.ComputerConnected,
        { PendingUpdate.Target: { } target } when !target.IsNewerThan(computer.CurrentVersion) => RejectionCode.AlreadyUpToDate,
        { PendingUpdate.Snapshot: UpdateSnapshot.Pending or UpdateSnapshot.Creating or UpdateSnapshot.Failed } => RejectionCode.SnapshotMissing,
        { Operation: not null } => RejectionCode.ComputerBusy,
        _ => null,
    };

    private static Rejection? WhyNotUpdatable(CloudComputer computer, UpdateTarget target) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => new(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        { Status: CloudComputerStatus.Updating, Operation: { } operation } =>
            new(RejectionCode.UpdateInProgress, $"{computer.Id} is being updated until {operation.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."),
        _ when !target.IsNewerThan(computer.CurrentVersion) =>
            new(RejectionCode.AlreadyUpToDate, $"{computer.Id} runs {computer.CurrentVersion}; {target.Version} is not newer."),
        _ => null,
    };

    // Asked before the day is judged: repeating a request is success even when its day could no longer be picked (R32).
    private static bool IsAlreadyAsked(PendingUpdate? pending, UpdateRequest request) =>
        pending is not null && pending.Method == request.Method && pending.Version == request.Target.Version
        && (request.Method is UpdateMethod.Immediate
            || (pending.Date == request.Date && pending.SnapshotLeadHours == request.SnapshotLeadHours));

    private static Decision<CloudComputerEvent> Schedule(
        CloudComputer computer, UpdateRequest request, UpdateWindowCalendar calendar, DateTimeOffset now)
    {
        var day = request.Date ?? throw new ArgumentException("A scheduled update has a day.", nameof(request));
        if (calendar.WhyNotPickable(day, now) is { } rejection)
        {
            return Decision<CloudComputerEvent>.Reject(rejection);
        }

        var update = NewUpdate(computer, request, day, now) with
        {
            Window = calendar.WindowOf(day),
            SnapshotLeadHours = request.SnapshotLeadHours,
            Snapshot = UpdateSnapshot.Pending,
            State = PendingUpdateState.Scheduled,
        };
        return Decision<CloudComputerEvent>.Accept([.. Supersede(computer, update, now), new UpdateRequested(now, update)]);
    }

    private static Decision<CloudComputerEvent> StartNow(
        CloudComputer computer, UpdateRequest request, UpdateWindowCalendar calendar, DateTimeOffset now)
    {
        var update = NewUpdate(computer, request, calendar.DayOf(now), now) with
        {
            Snapshot = UpdateSnapshot.NotWanted,
            State = PendingUpdateState.Waiting,
        };
        ImmutableArray<CloudComputerEvent> requested = [.. Supersede(computer, update, now), new UpdateRequested(now, update)];
        var asked = CloudComputerEvolution.Evolve(computer, requested);
        if (StartObstacle(asked) is { } obstacle)
        {
            return Refuse(obstacle, $"{computer.Id} cannot be updated now: {obstacle}.");
        }

        return request.SnapshotFirst
            ? Decision<CloudComputerEvent>.Accept([.. requested, new SnapshotStarted(now, asked.NextSnapshotting(null, update.UpdateId, now))])
            : Decision<CloudComputerEvent>.Accept([.. requested, .. Start(asked, now).Events]);
    }

    private static PendingUpdate NewUpdate(CloudComputer computer, UpdateRequest request, DateOnly day, DateTimeOffset now) => new()
    {
        UpdateId = computer.NextUpdateId(),
        Version = request.Target.Version,
        Target = request.Target,
        Method = request.Method,
        Date = day,
        Snapshot = UpdateSnapshot.Pending,
        State = PendingUpdateState.Scheduled,
        RequestedBy = request.RequestedBy,
        RequestedAt = now,

        // Whoever has a place on that day keeps it: a change within a full day must not lose it.
        Reservation = computer.PendingUpdate?.Reservation is { } held && held.Day == day
            ? held
            : new QuotaReservation(day, computer.NextUpdateId()),
    };

    private static ImmutableArray<CloudComputerEvent> Supersede(CloudComputer computer, PendingUpdate by, DateTimeOffset now) =>
        computer.PendingUpdate is { } old ? [new UpdateSuperseded(now, old.UpdateId, by.UpdateId)] : [];

    private static Decision<CloudComputerEvent> Refuse(RejectionCode code, string message) =>
        Decision<CloudComputerEvent>.Reject(code, message);
}
