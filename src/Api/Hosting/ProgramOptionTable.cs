using System.Text;

namespace Wuying.Api.Hosting;

/// <summary>All options of the program: what is read, and what <c>--help</c> says.</summary>
internal static class ProgramOptionTable
{
    public static readonly ProgramOption[] All =
    [
        new("urls", "http://HOST:PORT", "http://127.0.0.1:5080", "Where the Api listens; several with ';' between."),
        new("store", "sqlite:PATH | postgres:CONNECTION-STRING", "sqlite:data/wuying.db", "The store; a new path is created."),
        new("silo", "embedded | cluster", "embedded", "The silo inside this process, or a client of a cluster."),
        new("clock", "simulated | real", "simulated", "Which clock a new store gets; afterwards the store remembers."),
        new("clock-start", "2023-10-24T10:00:00Z", "the system's time", "Start of a new simulated clock."),
        new("rate", "SECONDS", "60", "Simulated seconds a second; 0 starts paused."),
        new("demo-fleet", "COUNT", "500", "Computers made in an empty store; 0 for none (the built-in regions remain)."),
        new("seed", "NUMBER", "1", "Of the simulated machines and users."),
    ];

    /// <summary>Options of the web host that pass through.</summary>
    public static readonly string[] OfHost = ["environment", "contentRoot", "applicationName"];

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help()
    {
        var text = new StringBuilder("""
            WuyingOrleans: updates the images of fleets of cloud computers.

            Options, on the command line as --NAME VALUE, in appsettings.json as "NAME", or in the environment as NAME
            (there without '-': DEMOFLEET):

            """);
        foreach (var option in All)
        {
            text.AppendLine().AppendLine($"  --{option.Name} {option.Value}").AppendLine($"      {option.Meaning} Default: {option.Default}");
        }

        return text.Append("""

              --Simulation:NAME VALUE
                  What the simulated machines do, e.g. --Simulation:UpdateFailureRate 0.02 (in the environment
                  Simulation__UpdateFailureRate). Default: 0
              --Simulation:Users:NAME SHARE
                  What simulated end users do: Activity (who works on a day; 0 for none), ForgottenRate, NightVisitRate,
                  AcceptRate and DeclineRate (of offers). Default: 0
              --Waves:UpdateWaveSize COUNT, --Waves:ImportWaveSize COUNT
                  Computers asked, and rows imported, at the same time. Default: 200 and 500
              --Events:RetentionDays DAYS
                  Events that are so much older than the youngest are removed. Default: all are kept
              --Events:HeartbeatInterval TIME
                  How often an event stream with nothing to tell gives a sign of life, 00:00:01 to 00:00:20.
                  Default: 00:00:15
              --Dashboard:Port PORT
                  The Orleans dashboard of a silo in this process, on 127.0.0.1. Default: 0, which is none
              OTEL_EXPORTER_OTLP_ENDPOINT, in the environment
                  Where metrics, traces and logs are sent. Default: nowhere; metrics are at /metrics
              --help
                  This.

            With --demo-fleet 0 --rate 0 --clock-start X the program is a blank, still world.

            """).ToString();
    }
}
