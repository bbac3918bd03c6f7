using Wuying.Silo.Programs;

namespace Wuying.Api.Hosting;

/// <summary>The program's options as scripts give them; names and defaults are fixed by the REST contract.</summary>
public sealed record ProgramOptions
{
    /// <summary>Where the Api listens.</summary>
    public required string Urls { get; init; }

    /// <summary>The silo inside this process, or a client of a cluster.</summary>
    public required SiloMode Silo { get; init; }

    /// <summary>The store, and what a silo is told of the fleet. A client uses of it no more than the place of the store.</summary>
    public required FleetOptions Fleet { get; init; }

    /// <summary>The cluster, if the store is one that can be shared.</summary>
    public required ClusterSettings Cluster { get; init; }
}
