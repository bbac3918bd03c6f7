using System.Text.Json.Serialization;

namespace Wuying.Api.Updates;

/// <summary>Progress of a long request.</summary>
public sealed record OperationResponse(
    string OperationId,
    string RegionId,
    OperationState State,
    int Total,
    int Accepted,
    int Rejected,
    int Remaining,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt)
{
    /// <summary>A page of the computers in request order; in the first answer left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BulkAnswerResponse>? Items { get; init; }

    /// <summary>Hand it back as <c>cursor</c> for the next page of items; null on the last.</summary>
    public string? NextCursor { get; init; }
}
