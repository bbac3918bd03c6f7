using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

internal sealed record CopyImageRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? ImageId { get; init; }

    [Required]
    public string? DestinationRegionId { get; init; }

    [Required, RegularExpression(ImageNames.NamePattern, ErrorMessage = ImageNames.NameExpected)]
    public string? DestinationImageName { get; init; }

    [RegularExpression(ImageNames.DescriptionPattern, ErrorMessage = ImageNames.DescriptionExpected)]
    public string? DestinationDescription { get; init; }
}
