using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Images;

/// <summary>Asks for the update of an image.</summary>
public sealed record UpdateImageRequest
{
    /// <summary>The target, or <c>latest</c>.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Version { get; init; }
}
