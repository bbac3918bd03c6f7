using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Sessions;

internal sealed record DisconnectDesktopSessionsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 100)]
    public IReadOnlyList<SessionParameter>? Sessions { get; init; }

    /// <summary>Says what would happen, and lets it not happen.</summary>
    public bool PreCheck { get; init; }
}
