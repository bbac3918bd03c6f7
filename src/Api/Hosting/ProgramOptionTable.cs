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
          --RateLimits:RequestsPerMinute COUNT, --RateLimits:Burst COUNT
              What one access key may ask in the long run, and at once. Default: 12000 and 1000; 0 a minute is no limit
          --EndUsers:DefaultPassword PASSWORD
              Of end users who have none of their own: for simulated fleets. Default: none; they cannot log on
          --Limits:NAME VALUE
              BodyBytesMax, HeadersTimeout, BodyBytesPerSecondMin, IdleTimeout, ConnectionsMax.
              Default: 4194304, 00:00:15, 240, 00:02:10, 10000
          --Kestrel:Certificates:Default:Path FILE, --Kestrel:Certificates:Default:KeyPath FILE
              The certificate for https addresses.
          --help
              This.

        Access keys: keys create, keys list, keys disable ID; keys --help explains them. While there are none, whoever is at this
        machine is an administrator, and nobody else is served.

        With --demo-fleet 0 --rate 0 --clock-start X the program is a blank, still world.
        With --silo cluster clock, rate, demo fleet, seed, simulation and ports are the silos' matter, and are passed over here.

        """);
}
