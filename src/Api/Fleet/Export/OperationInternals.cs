using System.Text.Json.Serialization;

namespace Wuying.Api.Fleet.Export;

/// <summary>What the API does not show of a machine's operation: under which id the machine knows it, and what it serves.</summary>
internal sealed class OperationInternals
{
    public string? OperationId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UpdateId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SnapshotId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SnapshotName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RestoreAfterwards { get; init; }
}
