using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record UpdateFotaTaskRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? TaskUid { get; init; }

    [AllowedValues(FotaWords.Pushed, FotaWords.NotPushed)]
    public string? UserStatus { get; init; }
}
