using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Client;

[Ignored(
    "AccessType", "ClientOS", "ClientType", "ClientVersion", "CommandContent", "OwnerId", "ResourceOwnerAccount", "ResourceOwnerId", "Tag", "TicketBlackList", "Uuid")]
internal sealed record ClientTicketRequest : LoggedOnRequest, IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? DesktopId { get; init; }

    public string? TaskId { get; init; }
}
