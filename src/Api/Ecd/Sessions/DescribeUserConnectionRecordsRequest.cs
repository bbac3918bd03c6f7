using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Sessions;

[Ignored("EndUserType")]
internal sealed record DescribeUserConnectionRecordsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    /// <summary>The pool; there are none here, and every desktop of the region counts as being in the one that is asked for.</summary>
    [Required]
    public string? DesktopGroupId { get; init; }

    [Required]
    public string? EndUserId { get; init; }

    public string? DesktopId { get; init; }

    /// <summary>Bounds in milliseconds: of the time since 1970, or of what a connection lasted.</summary>
    [Range(0, MillisecondsMax)]
    public long? ConnectStartTimeFrom { get; init; }

    [Range(0, MillisecondsMax)]
    public long? ConnectStartTimeTo { get; init; }

    [Range(0, MillisecondsMax)]
    public long? ConnectEndTimeFrom { get; init; }

    [Range(0, MillisecondsMax)]
    public long? ConnectEndTimeTo { get; init; }

    [Range(0, MillisecondsMax)]
    public long? ConnectDurationFrom { get; init; }

    [Range(0, MillisecondsMax)]
    public long? ConnectDurationTo { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 10;

    public string? NextToken { get; init; }

    /// <summary>The end of the year 2999.</summary>
    private const double MillisecondsMax = 32_503_679_999_000;
}
