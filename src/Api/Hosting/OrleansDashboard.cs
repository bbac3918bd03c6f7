using Wuying.Silo.Hosting;
using Wuying.WebConsole.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Tells the console of the dashboard of a silo in this process.</summary>
internal sealed class OrleansDashboard(IServiceProvider services) : IOrleansDashboard
{
    public Uri? Address => services.GetService<DashboardAddress>()?.Value;
}
