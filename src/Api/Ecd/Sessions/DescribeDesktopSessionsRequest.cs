using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Sessions;

[Ignored("CheckOsSession", "FillHardwareInfo", "Language")]
[Refused("ResourceGroupId", "SubPayType")]
internal sealed record DescribeDesktopSessionsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? DesktopId { get; init; }

    public string? DesktopName { get; init; }

    public string? OfficeSiteId { get; init; }

    public string? EndUserId { get; init; }

    public string? EndUserIdFilter { get; init; }

    public IReadOnlyList<string>? EndUserIds { get; init; }

    [AllowedValues(DesktopWords.Connected, DesktopWords.Disconnected)]
    public string? SessionStatus { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    [Range(1, 1_000_000)]
    public int PageNumber { get; init; } = 1;

    [Range(1, 100)]
    public int PageSize { get; init; } = 10;
}
