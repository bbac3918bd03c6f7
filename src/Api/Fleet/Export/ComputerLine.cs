using System.Text.Json.Serialization;
using Wuying.Api.CloudComputers;

namespace Wuying.Api.Fleet.Export;

/// <summary>A computer, as a line of an export: the API's shape, and what else an import needs to make the same computer of it.</summary>
internal sealed record ComputerLine : ComputerResponse
{
    public ComputerLine(ComputerResponse computer)
        : base(computer)
    {
    }

    /// <summary>Its snapshots, oldest first; one that is being made is none yet.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<SnapshotLine> Snapshots { get; init; }

    /// <summary>Left out when there is nothing to tell.</summary>
    [JsonPropertyOrder(2), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public InternalsLine? Internals { get; init; }
}
