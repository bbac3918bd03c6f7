using System.Text.Json.Serialization;

namespace Wuying.Api.Updates;

/// <summary>Progress of a long request.</summary>
/// <param name="OperationId">Names the operation.</param>
/// <param name="RegionId">Where.</param>
/// <param name="State">How far it is.</param>
/// <param name="Total">The computers of the frozen set.</param>
/// <param name="Accepted">How many accepted it, or had it already.</param>
/// <param name="Rejected">How many refused.</param>
/// <param name="Remaining">How many have not answered yet.</param>
/// <param name="RejectedByCode">The refusals by code: what was left as it is, and why.</param>
/// <param name="StartedAt">When it was asked for.</param>
/// <param name="FinishedAt">When the last computer had answered; null before.</param>
public sealed record OperationResponse(
    string OperationId,
    string RegionId,
    OperationState State,
    int Total,
    int Accepted,
    int Rejected,
    int Remaining,
    IReadOnlyDictionary<string, long> RejectedByCode,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>A page of the computers in request order; in the first answer left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BulkAnswerResponse>? Items { get; init; }

    /// <summary>Hand it back as <c>cursor</c> for the next page of items; null on the last.</summary>
    public string? NextCursor { get; init; }
}
