using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;

namespace Wuying.Api.Images;

/// <summary>Names an image: the copy that is made, or the one that is changed.</summary>
public sealed record NameImageRequest
{
    /// <summary>The new name.</summary>
    [Required, StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public required string Name { get; init; }
}
