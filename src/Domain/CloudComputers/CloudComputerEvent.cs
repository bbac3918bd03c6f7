using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

// The family of a computer's facts stands in one file: read together they are its life.
#pragma warning disable MA0048

/// <summary>Something that happened to a cloud computer. Recorded as history; never taken back.</summary>
/// <param name="At">When it was decided.</param>
public abstract record CloudComputerEvent([property: JsonIgnore] DateTimeOffset At);

/// <summary>The computer became known: imported, or made from an image.</summary>
public sealed record ComputerRegistered(DateTimeOffset At, [property: JsonIgnore] CloudComputer Computer) : CloudComputerEvent(At)
{
    /// <summary>The version it came with.</summary>
    public ImageVersion Version => Computer.CurrentVersion;

    /// <summary>The image it came with.</summary>
    public ImageId ImageId => Computer.ImageId;

    /// <summary>Who made that.</summary>
    public ImageType ImageType => Computer.ImageType;

    /// <summary>Who may connect.</summary>
    public ImmutableArray<UserId> AssignedUserIds => Computer.AssignedUserIds;
}

/// <summary>A later import told something new about the computer.</summary>
public sealed record ComputerReimported(DateTimeOffset At, [property: JsonIgnore] CloudComputer Computer) : CloudComputerEvent(At)
{
    /// <summary>The image it is said to have now.</summary>
    public ImageId ImageId => Computer.ImageId;

    /// <summary>Who made that.</summary>
    public ImageType ImageType => Computer.ImageType;

    /// <summary>Who may connect now.</summary>
    public ImmutableArray<UserId> AssignedUserIds => Computer.AssignedUserIds;
}

/// <summary>The computer is gone.</summary>
public sealed record ComputerDeleted(DateTimeOffset At) : CloudComputerEvent(At);

/// <summary>A user connected.</summary>
public sealed record UserConnected(DateTimeOffset At, UserId UserId) : CloudComputerEvent(At);

/// <summary>A user's session ended.</summary>
public sealed record UserDisconnected(DateTimeOffset At, UserId UserId) : CloudComputerEvent(At);

/// <summary>The computer was given an update.</summary>
public sealed record UpdateRequested(DateTimeOffset At, PendingUpdate Update) : CloudComputerEvent(At);

/// <summary>A push shows the update to the end users (R8).</summary>
public sealed record UpdateOffered(DateTimeOffset At, PendingUpdate Update, int PushNumber, bool IsAutomatic) : CloudComputerEvent(At);

/// <summary>A later push shows the same version; the offer stands.</summary>
public sealed record OfferRenewed(DateTimeOffset At, UpdateId UpdateId, int PushNumber) : CloudComputerEvent(At);

/// <summary>The push was stopped before anybody accepted (R7). Without an update when nothing was offered yet.</summary>
public sealed record OfferWithdrawn(DateTimeOffset At, UpdateId? UpdateId, ImageVersion Version, int PushNumber) : CloudComputerEvent(At);

/// <summary>A user said yes (R9).</summary>
public sealed record OfferAccepted(
    DateTimeOffset At, UpdateId UpdateId, UserId UserId, DateTimeOffset StartsAt, StateAfterwards StateAfterwards, QuotaReservation Reservation)
    : CloudComputerEvent(At);

/// <summary>A user said no (R8).</summary>
public sealed record OfferDeclined(DateTimeOffset At, UpdateId UpdateId, UserId UserId) : CloudComputerEvent(At);

/// <summary>A newer request took the pending update's place (R21).</summary>
public sealed record UpdateSuperseded(DateTimeOffset At, UpdateId UpdateId, UpdateId By) : CloudComputerEvent(At);

/// <summary>The pending update was withdrawn (R22).</summary>
public sealed record UpdateCancelled(DateTimeOffset At, UpdateId UpdateId) : CloudComputerEvent(At);

/// <summary>The update's time has come and something stands against it (R20).</summary>
public sealed record UpdateDelayed(DateTimeOffset At, UpdateId UpdateId, RejectionCode Reason) : CloudComputerEvent(At);

/// <summary>The machine begins to update (R12, R13).</summary>
public sealed record UpdateStarted(DateTimeOffset At, UpdateId UpdateId, ImageVersion Version, MachineOperation Operation) : CloudComputerEvent(At);

/// <summary>The computer is back with the new version (R13).</summary>
public sealed record UpdateSucceeded(DateTimeOffset At, UpdateId UpdateId, DateTimeOffset EndedAt) : CloudComputerEvent(At);

/// <summary>The update failed; the computer is faulted, at its old version (R25).</summary>
public sealed record UpdateFailed(DateTimeOffset At, UpdateId UpdateId, DateTimeOffset EndedAt, string Error) : CloudComputerEvent(At);

/// <summary>The update never started (R20, R23).</summary>
public sealed record UpdateMissed(DateTimeOffset At, UpdateId UpdateId, RejectionCode Reason) : CloudComputerEvent(At);

/// <summary>A snapshot is being made.</summary>
public sealed record SnapshotStarted(DateTimeOffset At, MachineOperation Operation) : CloudComputerEvent(At);

/// <summary>A snapshot is there; others made room for it (R27).</summary>
public sealed record SnapshotCompleted(DateTimeOffset At, Snapshot Snapshot, ImmutableArray<SnapshotId> Removed) : CloudComputerEvent(At);

/// <summary>A snapshot could not be made (R19).</summary>
public sealed record SnapshotFailed(DateTimeOffset At, SnapshotId SnapshotId, string Error, DateTimeOffset RetryAt) : CloudComputerEvent(At);

/// <summary>A snapshot was deleted by hand.</summary>
public sealed record SnapshotDeleted(DateTimeOffset At, SnapshotId SnapshotId) : CloudComputerEvent(At);

/// <summary>Its tags were changed.</summary>
/// <param name="At">When.</param>
/// <param name="Tags">All it has from now on.</param>
public sealed record ComputerTagged(DateTimeOffset At, ImmutableArray<Tag> Tags) : CloudComputerEvent(At);

/// <summary>The machine goes up, down, around, or back to a snapshot.</summary>
public sealed record OperationStarted(DateTimeOffset At, MachineOperation Operation) : CloudComputerEvent(At);

/// <summary>It did.</summary>
public sealed record OperationSucceeded(DateTimeOffset At, MachineOperation Operation) : CloudComputerEvent(At);

/// <summary>It did not.</summary>
public sealed record OperationFailed(DateTimeOffset At, MachineOperation Operation, string Error) : CloudComputerEvent(At);
