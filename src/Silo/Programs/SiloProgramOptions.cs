using Wuying.Silo.Hosting;

namespace Wuying.Silo.Programs;

/// <summary>The options of the program that is one silo of a cluster.</summary>
internal sealed record SiloProgramOptions
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProgramOption> Table { get; } =
    [
        new("urls", "http://HOST:PORT", "http://127.0.0.1:5180", "Where /health/live and /health/ready are; several with ';' between."),
        new("store", "postgres:CONNECTION-STRING", "", "The database that the cluster shares; an empty one is filled."),
        .. ClusterSettings.Table,
        .. FleetOptions.Table,
    ];

    /// <summary>Where the silo answers questions after its health.</summary>
    public required string Urls { get; init; }

    /// <summary>What it is told of the fleet.</summary>
    public required FleetOptions Fleet { get; init; }

    /// <summary>Where it belongs.</summary>
    public required ClusterSettings Cluster { get; init; }

    /// <summary>What <c>--help</c> prints.</summary>
    public static string Help() => HelpText.Of("One silo of a WuyingOrleans cluster.", Table, $"""
        {FleetOptions.More}
          --help
              This.

        SIGTERM stops it: it hands its grains over and ends with 0. It ends with 1 when it cannot run, with 2 when an option makes no sense.

        """);

    /// <summary>Reads the options of a command line over a configuration.</summary>
    /// <returns>The options, or what is wrong with them.</returns>
    public static (SiloProgramOptions? Options, IReadOnlyList<string> Errors) Read(string[] args, IConfiguration configuration)
    {
        var reader = new OptionReader(Table, configuration);
        reader.CheckNames(args);
        var options = new SiloProgramOptions
        {
            Urls = reader.ReadUrls(),
            Fleet = FleetOptions.Read(reader, StoreKind.Postgres),
            Cluster = ClusterSettings.Read(reader),
        };
        return reader.Errors.Count == 0 ? (options, []) : (null, reader.Errors);
    }
}
