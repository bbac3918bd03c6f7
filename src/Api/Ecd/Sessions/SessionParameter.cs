using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Ecd.Sessions;

internal sealed record SessionParameter
{
    [Required]
    public string? DesktopId { get; init; }

    [Required]
    public string? EndUserId { get; init; }
}
