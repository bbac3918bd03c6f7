using System.Text.Json.Serialization;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;

namespace Wuying.Domain.Updates;

/// <summary>The one update a computer has been given and not yet finished.</summary>
[GenerateSerializer, Immutable, Alias("wuying.pending-update")]
public sealed record PendingUpdate
{
    /// <summary>Names this update.</summary>
    [Id(0)] public required UpdateId UpdateId { get; init; }

    /// <summary>The target.</summary>
    [Id(1)] public required ImageVersion Version { get; init; }

    /// <summary>How it was asked for.</summary>
    [Id(2)] public required UpdateMethod Method { get; init; }

    /// <summary>The region-local day it is meant for: the picked day, the day on which an accepted offer is to start, or else the day it was asked on.</summary>
    [Id(3)] public required DateOnly Date { get; init; }

    /// <summary>The update window of <see cref="Date"/>; null unless scheduled.</summary>
    [Id(4)] public UpdateWindow? Window { get; init; }

    /// <summary>Hours before the start at which the snapshot is taken: 3 or 6 (R18); 0 for updates without a time.</summary>
    [Id(5)] public int SnapshotLeadHours { get; init; }

    /// <summary>How far the snapshot is.</summary>
    [Id(6)] public required UpdateSnapshot Snapshot { get; init; }

    /// <summary>The snapshot this update depends on, once it is ready.</summary>
    [Id(7)] public SnapshotId? SnapshotId { get; init; }

    /// <summary>When a failed snapshot is tried again.</summary>
    [Id(8)] public DateTimeOffset? SnapshotRetryAt { get; init; }

    /// <summary>How far the update is.</summary>
    [Id(9)] public required PendingUpdateState State { get; init; }

    /// <summary>What stood against the last attempt to start (R33).</summary>
    [Id(10)] public RejectionCode? Reason { get; init; }

    /// <summary>Who asked.</summary>
    [Id(11)] public required string RequestedBy { get; init; }

    /// <summary>When.</summary>
    [Id(12)] public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The place in the day's quota that this update holds.</summary>
    [Id(13)] public QuotaReservation? Reservation { get; init; }

    /// <summary>When the machine began to update.</summary>
    [Id(14)] public DateTimeOffset? StartedAt { get; init; }

    /// <summary>What <see cref="Version"/> is newer than: asked again at the start, for a restore or an import may have changed the computer's version (R4). Null in updates stored before it was kept.</summary>
    [Id(15), JsonIgnore] public UpdateTarget? Target { get; init; }

    /// <summary>When an end user accepted the offer; null unless one did (R9).</summary>
    [Id(16)] public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Who accepted it.</summary>
    [Id(17)] public UserId? AcceptedBy { get; init; }

    /// <summary>When the accepted offer is to start: at once, or some hours after <see cref="AcceptedAt"/>.</summary>
    [Id(18)] public DateTimeOffset? StartsAt { get; init; }

    /// <summary>What the computer is to do after the update; null unless a user chose.</summary>
    [Id(19)] public StateAfterwards? StateAfterwards { get; init; }

    /// <summary>True for an update that starts now or never: asked for as immediate, or accepted for now (R9, R14).</summary>
    public bool IsAtOnce => Window is null && StartsAt == AcceptedAt && State is not PendingUpdateState.Offered;

    /// <summary>The first instant at which it may start; null for one that starts now or never, and for an offer nobody has accepted.</summary>
    public DateTimeOffset? OpensAt => IsAtOnce ? null : Window?.StartsAt ?? StartsAt;

    /// <summary>When it is missed if it has not started (R9, R20); null as for <see cref="OpensAt"/>.</summary>
    public DateTimeOffset? ClosesAt => IsAtOnce ? null : Window?.EndsAt ?? StartsAt + OfferAcceptance.TriedFor;

    /// <summary>When the snapshot of an update with a time falls due (R18).</summary>
    public DateTimeOffset? SnapshotDueAt => OpensAt?.AddHours(-SnapshotLeadHours);

    /// <summary>True once the machine updates: nothing can change or cancel it any more.</summary>
    public bool IsRunning => State is PendingUpdateState.Running;
}
