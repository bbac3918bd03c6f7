using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Domain.EndUsers;

/// <summary>Which facts the users of a computer are told (R8, R10, R21, R22).</summary>
public static class NotificationRules
{
    /// <summary>What is told of a fact; null when it is no news to end users.</summary>
    /// <param name="before">The computer before the fact.</param>
    /// <param name="fact">What happened.</param>
    /// <param name="after">The computer after it.</param>
    public static Notification? Of(CloudComputer? before, CloudComputerEvent fact, CloudComputer after) => fact switch
    {
        UpdateOffered offered => About(after, offered.Update, NotificationKind.Offer, fact.At),
        UpdateRequested requested => OfRequest(before, requested.Update, after, fact.At),
        OfferAccepted accepted => OfAcceptance(before, accepted, after),
        OfferDeclined when before?.PendingUpdate?.AcceptedAt is not null => Ended(before, after, NotificationKind.Cancelled, fact.At),
        ComputerReimported when after.PendingUpdate is { } pending => About(after, pending, KindOf(pending), fact.At),
        UpdateStarted started => About(after, after.PendingUpdate!, NotificationKind.Started, fact.At) with
        {
            StartsAt = started.Operation.StartedAt,
            EndsAt = started.Operation.EndsAt,
        },
        UpdateCancelled or OfferWithdrawn { UpdateId: not null } => Ended(before, after, NotificationKind.Cancelled, fact.At),
        UpdateSucceeded => Ended(before, after, NotificationKind.Finished, fact.At),
        UpdateFailed => Ended(before, after, NotificationKind.Failed, fact.At),
        UpdateMissed => Ended(before, after, NotificationKind.Missed, fact.At),
        _ => null,
    };

    /// <summary>Who is told: the assigned users, or of a computer that was imported anew, those who were not assigned before.</summary>
    public static ImmutableArray<UserId> RecipientsOf(CloudComputer? before, CloudComputerEvent fact, CloudComputer after) =>
        [.. (fact is ComputerReimported && before is not null ? after.AssignedUserIds.Except(before.AssignedUserIds) : after.AssignedUserIds).Distinct()];

    // The others had been told of the time that is not kept. For now, nobody had: the start is told in a moment.
    private static Notification? OfAcceptance(CloudComputer? before, OfferAccepted accepted, CloudComputer after) =>
        (before?.PendingUpdate?.AcceptedAt is not null, accepted.StartsAt > accepted.At) switch
        {
            (true, _) => About(after, after.PendingUpdate!, NotificationKind.Changed, accepted.At),
            (false, true) => About(after, after.PendingUpdate!, NotificationKind.Scheduled, accepted.At),
            _ => null,
        };

    private static NotificationKind KindOf(PendingUpdate pending) => pending switch
    {
        { State: PendingUpdateState.Offered } => NotificationKind.Offer,
        { IsRunning: true } => NotificationKind.Started,
        _ => NotificationKind.Scheduled,
    };

    // Between a superseded update and the one that takes its place a computer has none: only then is its last update a superseded one.
    // Nobody was told of a time when it was an offer that nobody had accepted.
    private static Notification? OfRequest(CloudComputer? before, PendingUpdate update, CloudComputer after, DateTimeOffset at)
    {
        var isChange = before is { PendingUpdate: null, LastUpdate: { Outcome: UpdateOutcome.Superseded } last }
            && (last.Method is not UpdateMethod.Offered || last.AcceptedAt is not null);
        return update.Method is UpdateMethod.Scheduled || isChange
            ? About(after, update, isChange ? NotificationKind.Changed : NotificationKind.Scheduled, at)
            : null;
    }

    private static Notification? Ended(CloudComputer? before, CloudComputer after, NotificationKind kind, DateTimeOffset at) =>
        before?.PendingUpdate is { } update && after.LastUpdate is { } last
            ? About(after, update, kind, at) with
            {
                StartsAt = null,
                EndsAt = null,
                Reason = last.Reason is RejectionCode.CancelledByRequest ? null : last.Reason,
            }
            : null;

    private static Notification About(CloudComputer computer, PendingUpdate update, NotificationKind kind, DateTimeOffset at) => new()
    {
        Kind = kind,
        At = at,
        ComputerId = computer.Id,
        ComputerName = computer.Name,
        RegionId = computer.RegionId,
        UpdateId = update.UpdateId,
        Version = update.Version,
        StartsAt = update.OpensAt,
        EndsAt = update.Window?.EndsAt,
    };
}
