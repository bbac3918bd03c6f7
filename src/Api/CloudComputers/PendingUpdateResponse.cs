using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Api.CloudComputers;

/// <summary>The update a computer has been given and not yet finished. <c>acceptedAt</c> and what follows it are of an offer that a user accepted (R9).</summary>
public sealed record PendingUpdateResponse(
    string UpdateId,
    string Version,
    UpdateMethod Method,
    DateOnly Date,
    DateTimeOffset? WindowStartsAt,
    DateTimeOffset? WindowEndsAt,
    int? SnapshotLeadHours,
    UpdateSnapshot? Snapshot,
    PendingUpdateState State,
    RejectionCode? Reason,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? AcceptedAt,
    string? AcceptedBy,
    DateTimeOffset? StartsAt,
    StateAfterwards? StateAfterwards);
