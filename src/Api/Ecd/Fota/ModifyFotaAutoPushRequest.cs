using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record ModifyFotaAutoPushRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public bool? AutoPush { get; init; }
}
