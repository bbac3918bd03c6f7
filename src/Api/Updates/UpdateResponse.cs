using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Updates;

/// <summary>One update of one computer.</summary>
public sealed record UpdateResponse(
    string UpdateId,
    string ComputerId,
    DateOnly Date,
    string Version,
    string FromVersion,
    UpdateMethod Method,
    UpdateRowState State,
    RejectionCode? Reason,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    string? SnapshotId);
