using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;

namespace Wuying.Api.Images;

/// <summary>Asks for a copy of an image.</summary>
public sealed record CopyImageRequest
{
    /// <summary>The name of the copy.</summary>
    [Required, StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Where the copy is to be; in the image's own region unless given.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? ToRegionId { get; init; }
}
