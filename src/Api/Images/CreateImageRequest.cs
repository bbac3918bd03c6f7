using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;

namespace Wuying.Api.Images;

/// <summary>Asks for a new image.</summary>
public sealed record CreateImageRequest
{
    /// <summary>What people call it.</summary>
    [Required, StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary><c>custom</c>, <c>system</c> or <c>shared</c>; custom unless given.</summary>
    [AllowedValues(null, "custom", "system", "shared", ErrorMessage = "One of custom, system, shared.")]
    public string? Type { get; init; }

    /// <summary>Its version, or <c>latest</c>.</summary>
    [Required, StringLength(64, MinimumLength = 1)]
    public required string Version { get; init; }
}
