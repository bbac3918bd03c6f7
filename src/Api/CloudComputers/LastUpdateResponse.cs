using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Api.CloudComputers;

/// <summary>How a computer's latest finished update ended.</summary>
public sealed record LastUpdateResponse(
    string UpdateId,
    string Version,
    string FromVersion,
    UpdateOutcome Outcome,
    RejectionCode? Reason,
    DateTimeOffset? StartedAt,
    DateTimeOffset FinishedAt,
    string? SnapshotId);
