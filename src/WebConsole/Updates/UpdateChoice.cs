using Wuying.Domain.Updates;

namespace Wuying.WebConsole.Updates;

/// <summary>How an update is wanted: what the dialog's fields say.</summary>
/// <param name="IsScheduled">In a night's window, or at once.</param>
/// <param name="Date">The picked day.</param>
/// <param name="LeadHours">When its snapshot is taken, in hours before the window (R18).</param>
/// <param name="SnapshotFirst">Whether an update at once takes one first (R14).</param>
public sealed record UpdateChoice(bool IsScheduled, DateOnly? Date, int LeadHours, bool SnapshotFirst)
{
    /// <summary>The usual.</summary>
    public static readonly UpdateChoice Usual = new(IsScheduled: true, Date: null, LeadHours: UpdateRequest.SnapshotLeadHoursAllowed[0], SnapshotFirst: true);

    /// <summary>True when it says all that a request needs.</summary>
    public bool IsComplete => !IsScheduled || Date is not null;

    /// <summary>The request.</summary>
    public UpdateRequest ToRequest(UpdateTarget target, string requestedBy) => new()
    {
        Target = target,
        Method = IsScheduled ? UpdateMethod.Scheduled : UpdateMethod.Immediate,
        Date = IsScheduled ? Date : null,
        SnapshotLeadHours = LeadHours,
        SnapshotFirst = SnapshotFirst,
        RequestedBy = requestedBy,
    };
}
