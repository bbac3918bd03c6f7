using Wuying.Api.Simulation;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>The program's options as scripts give them; names and defaults are fixed by the REST contract.</summary>
public sealed record ProgramOptions
{
    /// <summary>The largest demo fleet.</summary>
    public const int DemoFleetMax = 1_000_000;

    /// <summary>Where the Api listens.</summary>
    public required string Urls { get; init; }

    /// <summary>The store; a new path is created.</summary>
    public required StoreLocation Store { get; init; }

    /// <summary>The silo inside this process, or a client of a cluster.</summary>
    public required SiloMode Silo { get; init; }

    /// <summary>Which clock a new store gets; afterwards the store remembers.</summary>
    public required ClockMode Clock { get; init; }

    /// <summary>Start of a new simulated clock; the system's time when null.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>Simulated seconds a second; 0 starts paused.</summary>
    public required double Rate { get; init; }

    /// <summary>Computers made in an empty store.</summary>
    public required int DemoFleet { get; init; }

    /// <summary>Of the simulated machines and users.</summary>
    public required int Seed { get; init; }
}
