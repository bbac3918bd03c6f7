using Orleans.Concurrency;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.CloudComputers;

/// <summary>One cloud computer. Key: its id. Called by the Api, by bulk operations, by its users, and by the window and operations grains of its region; calls the daily quota, and asks its region whether a push still stands.</summary>
[Alias("wuying.ICloudComputerGrain")]
public interface ICloudComputerGrain : IGrainWithStringKey
{
    /// <summary>The computer; null when nobody ever heard of it.</summary>
    [Alias("get"), ReadOnly]
    Task<CloudComputer?> GetAsync();

    /// <summary>Takes in one row of an import. The same row again is unchanged.</summary>
    [Alias("import")]
    Task<Answer> ImportAsync(CloudComputer told, string requestedBy);

    /// <summary>Takes in a computer that is new; one that is known, or was, is left as it is: unchanged.</summary>
    [Alias("add")]
    Task<Answer> AddAsync(CloudComputer told, string requestedBy);

    /// <summary>Makes the computer from an image.</summary>
    [Alias("create")]
    Task<Answer> CreateAsync(CloudComputer wanted, CustomImage from, string requestedBy);

    /// <summary>Deletes the computer and what was pending for it.</summary>
    [Alias("delete")]
    Task<Answer> DeleteAsync(string requestedBy);

    /// <summary>Starts, stops or restarts the computer.</summary>
    [Alias("power")]
    Task<Answer> PowerAsync(PowerCommand command, string requestedBy);

    /// <summary>A user connects (R12).</summary>
    /// <param name="user">Who.</param>
    /// <param name="requestedBy">Who asked in the user's place; null when that was the user.</param>
    [Alias("connect")]
    Task<Answer> ConnectAsync(UserId user, string? requestedBy = null);

    /// <summary>A user disconnects.</summary>
    /// <param name="user">Who.</param>
    /// <param name="requestedBy">Who asked in the user's place; null when that was the user.</param>
    [Alias("disconnect")]
    Task<Answer> DisconnectAsync(UserId user, string? requestedBy = null);

    /// <summary>Asks for an update, in the place of any that has not started (R12–R21).</summary>
    [Alias("request-update")]
    Task<Answer> RequestUpdateAsync(UpdateRequest request);

    /// <summary>Cancels the pending update (R22).</summary>
    [Alias("cancel-update")]
    Task<Answer> CancelUpdateAsync(string requestedBy);

    /// <summary>Makes a snapshot by hand.</summary>
    [Alias("create-snapshot")]
    Task<Answer> CreateSnapshotAsync(string name, string requestedBy);

    /// <summary>Deletes a snapshot.</summary>
    [Alias("delete-snapshot")]
    Task<Answer> DeleteSnapshotAsync(SnapshotId snapshot, string requestedBy);

    /// <summary>Changes the tags.</summary>
    [Alias("change-tags")]
    Task<Answer> ChangeTagsAsync(TagChange change, string requestedBy);

    /// <summary>Shows a pushed version to the end users (R5–R8).</summary>
    [Alias("offer-update")]
    Task<Answer> OfferUpdateAsync(UpdateOffer offer);

    /// <summary>Takes an offer back that nobody accepted (R7).</summary>
    [Alias("withdraw-offer")]
    Task<Answer> WithdrawOfferAsync(OfferWithdrawal order);

    /// <summary>A user accepts the offer (R9).</summary>
    [Alias("accept-update")]
    Task<Answer> AcceptUpdateAsync(OfferAcceptance acceptance);

    /// <summary>A user declines the offer (R8).</summary>
    /// <param name="user">Who.</param>
    /// <param name="requestedBy">Who asked in the user's place; null when that was the user.</param>
    [Alias("decline-update")]
    Task<Answer> DeclineUpdateAsync(UserId user, string? requestedBy = null);

    /// <summary>Goes back to a snapshot (R26).</summary>
    [Alias("restore")]
    Task<Answer> RestoreAsync(SnapshotId snapshot, bool stopFirst, string requestedBy);

    /// <summary>Brings the computer up to now. Repeatable; does nothing when nothing is due.</summary>
    /// <param name="report">What the machine says of the running operation; null when it was not asked.</param>
    [Alias("reconcile")]
    Task ReconcileAsync(MachineReport? report);

    /// <summary>Gives a place in a day's quota back unless this computer holds it: a crash may have left it behind (R17).</summary>
    [Alias("release-stray-reservation")]
    Task ReleaseStrayReservationAsync(QuotaReservation reservation);
}
