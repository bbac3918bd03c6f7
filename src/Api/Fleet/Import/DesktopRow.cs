namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of one desktop in the answer of <c>DescribeDesktops</c>.</summary>
internal sealed class DesktopRow
{
    public string? DesktopId { get; init; }

    public string? DesktopName { get; init; }

    public string? DesktopStatus { get; init; }

    public string? ConnectionStatus { get; init; }

    public string? ImageId { get; init; }

    public string? OfficeSiteId { get; init; }

    public string? RegionId { get; init; }

    public string?[]? EndUserIds { get; init; }

    public string? ManagementFlag { get; init; }

    public string?[]? ManagementFlags { get; init; }

    public DesktopTag?[]? Tags { get; init; }

    public DesktopSession?[]? Sessions { get; init; }

    public DesktopVersion? FotaUpdate { get; init; }
}
