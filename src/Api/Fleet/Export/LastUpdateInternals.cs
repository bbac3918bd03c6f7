using System.Text.Json.Serialization;

namespace Wuying.Api.Fleet.Export;

/// <summary>What the API does not show of a computer's latest finished update: how it had been asked for.</summary>
internal sealed class LastUpdateInternals
{
    public string? Method { get; init; }

    public DateOnly Date { get; init; }

    public string? RequestedBy { get; init; }

    public string? RequestedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AcceptedAt { get; init; }
}
