using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Sessions;

[Ignored("CommandContent", "OwnerId", "ResourceOwnerAccount", "ResourceOwnerId", "Uuid")]
[Refused("Password")]
internal sealed record ConnectionTicketRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? DesktopId { get; init; }

    /// <summary>One of the desktop's users; need not be said when there is only one.</summary>
    public string? EndUserId { get; init; }

    public string? TaskId { get; init; }
}
