using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Images;

internal sealed record DescribeImagePermissionRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? ImageId { get; init; }
}
