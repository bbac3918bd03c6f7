using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record CreateFotaScheduleRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 100)]
    public IReadOnlyList<string>? DesktopId { get; init; }

    [Required]
    public string? AppVersion { get; init; }

    [Required]
    public DateOnly? Date { get; init; }

    [AllowedValues(3, 6)]
    public int SnapshotLeadHours { get; init; } = 3;
}
