using System.ComponentModel.DataAnnotations;
using Wuying.Api.Hosting;
using Wuying.Domain.Images;

namespace Wuying.Api.Images;

/// <summary>Names and describes an image; what is not given stays.</summary>
public sealed record DescribeImageRequest
{
    /// <summary>The new name.</summary>
    [StringLength(RouteIds.NameLengthMax, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>The new description.</summary>
    [StringLength(CustomImage.DescriptionLengthMax)]
    public string? Description { get; init; }
}
