using System.Text.Json.Serialization;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Api.CloudComputers;

/// <summary>The update a computer has been given and not yet finished.</summary>
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
    DateTimeOffset RequestedAt)
{
    /// <summary>When a user accepted the offer; left out, like what follows, unless one did (R9).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Who did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AcceptedBy { get; init; }

    /// <summary>When the update is to start.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>What the computer does after it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StateAfterwards? StateAfterwards { get; init; }
}
