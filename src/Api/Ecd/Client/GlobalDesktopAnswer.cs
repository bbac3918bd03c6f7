using Wuying.Api.Ecd.Desktops;

namespace Wuying.Api.Ecd.Client;

/// <remarks>
/// <c>EndUserId</c>: who asks.
/// <c>FotaUpdate</c>: only when the call asks for it.
/// </remarks>
internal sealed record GlobalDesktopAnswer(
    string DesktopId,
    string DesktopName,
    string DesktopStatus,
    string ConnectionStatus,
    IReadOnlyList<string> ManagementFlags,
    string RegionId,
    string LocalName,
    string OfficeSiteId,
    string DirectoryId,
    string ImageId,
    string EndUserId,
    IReadOnlyList<string> EndUserIds,
    IReadOnlyList<DesktopSessionAnswer> Sessions,
    OfferedUpdateAnswer? FotaUpdate);
