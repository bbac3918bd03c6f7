using System.Text.Json.Serialization;
using Wuying.Domain.Images;

namespace Wuying.Api.Images;

/// <summary>An image that cloud computers are made from.</summary>
public sealed record ImageResponse(
    string ImageId,
    string Name,
    string RegionId,
    ImageType Type,
    ImageStatus Status,
    string CurrentVersion,
    string? UpdatingToVersion,
    DateTimeOffset? UpdateEndsAt,
    string? LastError,
    IReadOnlyList<string> SharedWith,
    bool UsesOutdatedImage)
{
    /// <summary>What people say of it; left out when nobody did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary><c>OutdatedImageUsed</c> in answers to changes during an update (R11).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }
}
