using System.Text.Json.Serialization;

namespace Wuying.Api.Fleet.Export;

/// <summary>An image, as a line of an export.</summary>
internal sealed class ImageLine
{
    public string? Kind { get; init; }

    public string? ImageId { get; init; }

    public string? Name { get; init; }

    public string? RegionId { get; init; }

    public string? Type { get; init; }

    public string? Status { get; init; }

    public string? CurrentVersion { get; init; }

    public string? LastError { get; init; }

    public string?[]? SharedWith { get; init; }

    public bool UsesOutdatedImage { get; init; }

    /// <summary>Left out when nobody described it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>The number that its next operation gets in its id; left out while that is 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? NextNumber { get; init; }
}
