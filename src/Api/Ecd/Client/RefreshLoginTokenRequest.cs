using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Client;

[Ignored("DirectoryId", "OfficeSiteId")]
internal sealed record RefreshLoginTokenRequest : LoggedOnRequest, IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? EndUserId { get; init; }
}
