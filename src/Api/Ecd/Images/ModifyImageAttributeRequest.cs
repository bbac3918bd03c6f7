using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

internal sealed record ModifyImageAttributeRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? ImageId { get; init; }

    [RegularExpression(ImageNames.NamePattern, ErrorMessage = ImageNames.NameExpected)]
    public string? Name { get; init; }

    [RegularExpression(ImageNames.DescriptionPattern, ErrorMessage = ImageNames.DescriptionExpected)]
    public string? Description { get; init; }
}
