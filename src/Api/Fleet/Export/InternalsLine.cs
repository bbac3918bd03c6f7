using System.Text.Json.Serialization;

namespace Wuying.Api.Fleet.Export;

/// <summary>What the API does not show of a computer. Each member is left out when there is nothing to tell.</summary>
internal sealed class InternalsLine
{
    /// <summary>The number that its next update, operation or snapshot gets in its id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int NextNumber { get; init; }

    /// <summary>The latest order to push that has reached it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PushNumber { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WithheldPushLine[]? WithheldPushes { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ConnectedSince { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FaultReason { get; init; }

    /// <summary>When the failed snapshot of its pending update is tried again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SnapshotRetryAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public OperationInternals? Operation { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LastUpdateInternals? LastUpdate { get; init; }
}
