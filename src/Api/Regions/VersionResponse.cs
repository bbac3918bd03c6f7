using System.Text.Json.Serialization;
using Wuying.Domain.Regions;

namespace Wuying.Api.Regions;

/// <summary>An entry of a region's update catalogue. <c>pushOperationId</c> is the operation that offered it to the region; null when none did.</summary>
public sealed record VersionResponse(
    string Version,
    DateTimeOffset PublishedAt,
    long PackageSizeBytes,
    PushState PushState,
    string? PushOperationId,
    long InvolvedImages,
    long InvolvedComputers)
{
    /// <summary>Update details by language; in lists left out.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? ReleaseNotes { get; init; }
}
