namespace Wuying.Silo.Hosting;

/// <summary>Where this process serves the Orleans dashboard.</summary>
public sealed class DashboardAddress
{
    /// <summary>The address, for this machine alone; null while, or where, it is not served.</summary>
    public Uri? Value { get; internal set; }
}
