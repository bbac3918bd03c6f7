using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;

namespace Wuying.Api.Hosting;

/// <summary>All options of the program: what is read, and what <c>--help</c> says.</summary>
internal static class ProgramOptionTable
{
    public static readonly ProgramOption[] All =
    [
        new("urls", "http://HOST:PORT", "http://127.0.0.1:5080", "Where the Api listens; several with ';' between."),
        new("store", "sqlite:PATH | postgres:CONNECTION-STRING", StoreLocation.Default, "The store; a new path is created, an empty database filled."),
        new("silo", "embedded | cluster", "embedded", "The silo inside this process, or a client of a cluster, which is found in the store (postgres:…)."),
        .. FleetOptions.Table,
        .. ClusterSettings.Table,
    ];

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help() => HelpText.Of("WuyingOrleans: updates the images of fleets of cloud computers.", All, $"""
        {FleetOptions.More}
          --Waves:UpdateWaveSize COUNT, --Waves:ImportWaveSize COUNT
              Computers asked, and rows imported, at the same time. Default: 200 and 500
          --Events:HeartbeatInterval TIME
              How often an event stream with nothing to tell gives a sign of life, 00:00:01 to 00:00:20.
              Default: 00:00:15
          --help
              This.

        With --demo-fleet 0 --rate 0 --clock-start X the program is a blank, still world.
        With --silo cluster clock, rate, demo fleet, seed, simulation and ports are the silos' matter, and are passed over here.

        """);
}
