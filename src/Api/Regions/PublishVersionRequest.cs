using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Regions;

/// <summary>Publishes a version in a region's catalogue.</summary>
public sealed record PublishVersionRequest
{
    /// <summary>The most languages of release notes.</summary>
    public const int LanguagesMax = 30;

    /// <summary>The version number, e.g. <c>2.7.0-R-20231020.101500</c>.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Version { get; init; }

    /// <summary>How much a computer downloads.</summary>
    [Range(1, 1_000_000_000_000)]
    public required long PackageSizeBytes { get; init; }

    /// <summary>Update details by language; at least <c>en</c> and <c>zh</c>.</summary>
    [Required]
    public required IReadOnlyDictionary<string, string> ReleaseNotes { get; init; }
}
