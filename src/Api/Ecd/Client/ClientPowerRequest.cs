using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Client;

/// <summary>Starts, stops or restarts; each of the three is success when it is repeated, so the product's own idempotence needs no more.</summary>
[Ignored("ClientOS", "ClientToken", "ClientVersion", "Uuid")]
internal record ClientPowerRequest : LoggedOnRequest, IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 20)]
    public IReadOnlyList<string>? DesktopId { get; init; }
}
