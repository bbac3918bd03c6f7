using System.Text.Json.Serialization;
using Wuying.Domain.Regions;

namespace Wuying.Api.Regions;

/// <summary>An entry of a region's update catalogue.</summary>
public sealed record VersionResponse(
    string Version,
    DateTimeOffset PublishedAt,
    long PackageSizeBytes,
    PushState PushState,
    long InvolvedImages,
    long InvolvedComputers)
{
    /// <summary>The operation that offered it to the region's users last; left out when none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PushOperationId { get; init; }

    /// <summary>Update details by language; in lists left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? ReleaseNotes { get; init; }
}
