namespace Wuying.WebConsole.Hosting;

/// <summary>Knows where the Orleans dashboard is. Implemented by the program that hosts the console.</summary>
public interface IOrleansDashboard
{
    /// <summary>Its address, on the machine of the service and for that machine alone; null where this process has none.</summary>
    Uri? Address { get; }
}
