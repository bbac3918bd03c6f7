using Wuying.Api.Ecd.Fota;

namespace Wuying.Api.Ecd.Desktops;

/// <remarks>
/// <c>DirectoryId</c>: the product's older name of the office network.
/// <c>FotaUpdate</c>: only when the call asks for it.
/// </remarks>
internal sealed record DesktopAnswer(
    string DesktopId,
    string DesktopName,
    string DesktopStatus,
    string ConnectionStatus,
    string ManagementFlag,
    IReadOnlyList<string> ManagementFlags,
    string ImageId,
    string OfficeSiteId,
    string DirectoryId,
    IReadOnlyList<string> EndUserIds,
    IReadOnlyList<DesktopSessionAnswer> Sessions,
    IReadOnlyList<DesktopTagAnswer> Tags,
    FotaUpdateAnswer? FotaUpdate);
