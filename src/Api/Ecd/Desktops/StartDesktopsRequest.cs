using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Desktops;

internal sealed record StartDesktopsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 100)]
    public IReadOnlyList<string>? DesktopId { get; init; }
}
