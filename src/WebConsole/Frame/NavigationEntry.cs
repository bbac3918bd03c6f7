using System.Collections.Immutable;
using MudBlazor;

namespace Wuying.WebConsole.Frame;

/// <summary>A place that the navigation leads to. A new page is added here.</summary>
/// <param name="Path">Its address.</param>
/// <param name="TextKey">What it is called.</param>
/// <param name="GroupKey">The heading it stands under.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="IsPage">False for what opens in a window of its own.</param>
internal sealed record NavigationEntry(string Path, string TextKey, string GroupKey, string Icon, bool IsPage = true)
{
    /// <summary>All of them, in the order shown.</summary>
    public static readonly ImmutableArray<NavigationEntry> All =
    [
        new("/", "Nav.Home", "Nav.Operations", Icons.Material.Rounded.Home),
        new("/image-updates", "Nav.ImageUpdates", "Nav.Operations", Icons.Material.Rounded.SystemUpdateAlt),
        new("/tonight", "Nav.Tonight", "Nav.Operations", Icons.Material.Rounded.Bedtime),
        new("/simulation", "Nav.World", "Nav.Simulation", Icons.Material.Rounded.Science),
        new("/client", "Nav.Client", "Nav.Simulation", Icons.Material.Rounded.Devices),
        new("/docs", "Nav.ApiReference", "Nav.Service", Icons.Material.Rounded.Code, IsPage: false),
        new("/orleans", "Nav.OrleansDashboard", "Nav.Service", Icons.Material.Rounded.Hub),
        new("/metrics", "Nav.Metrics", "Nav.Service", Icons.Material.Rounded.QueryStats, IsPage: false),
    ];
}
