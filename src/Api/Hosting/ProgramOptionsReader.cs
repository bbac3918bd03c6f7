using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;

namespace Wuying.Api.Hosting;

/// <summary>Reads and checks the program's options.</summary>
internal static class ProgramOptionsReader
{
    /// <summary>Reads the options of a command line over a configuration.</summary>
    /// <returns>The options, or what is wrong with them.</returns>
    public static (ProgramOptions? Options, IReadOnlyList<string> Errors) Read(string[] args, IConfiguration configuration)
    {
        var reader = new OptionReader(ProgramOptionTable.All, configuration);
        reader.CheckNames(args);
        var urls = reader.ReadUrls();
        var silo = reader.ReadWord<SiloMode>("silo");
        var options = new ProgramOptions
        {
            Urls = urls,
            Silo = silo,
            Fleet = silo is SiloMode.Cluster
                ? FleetOptions.Read(reader, StoreKind.Postgres)
                : FleetOptions.Read(reader, StoreKind.Sqlite, StoreKind.Postgres),
            Cluster = ClusterSettings.Read(reader),
        };
        return reader.Errors.Count == 0 ? (options, []) : (null, reader.Errors);
    }
}
