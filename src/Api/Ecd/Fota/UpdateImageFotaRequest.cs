using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record UpdateImageFotaRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? ImageId { get; init; }

    [Required]
    public string? AppVersion { get; init; }
}
