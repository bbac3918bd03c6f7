using System.ComponentModel.DataAnnotations;

namespace Wuying.Silo.Hosting;

/// <summary>Where the Orleans dashboard is served.</summary>
public sealed class DashboardServerOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Dashboard";

    /// <summary>The port on 127.0.0.1; nobody outside this machine reaches it.</summary>
    /// <value>0, which is off, unless set; to 65,535.</value>
    [Range(0, 65_535)]
    public int Port { get; set; }

    /// <summary>Whether it is served on any free port where <see cref="Port"/> is not given.</summary>
    /// <value>False unless set; the Api sets it.</value>
    public bool OnFreePort { get; set; }
}
