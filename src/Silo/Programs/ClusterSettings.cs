using System.Net;

namespace Wuying.Silo.Programs;

/// <summary>Which cluster a process belongs to, and where its silo listens. Silos find each other in the store.</summary>
public sealed record ClusterSettings
{
    private const int PortMax = 65_535;

    /// <summary>The options of the cluster.</summary>
    public static IReadOnlyList<ProgramOption> Table { get; } =
    [
        new("Cluster:Address", "IP-ADDRESS", "127.0.0.1", "Where the other processes of the cluster reach this silo."),
        new("Cluster:SiloPort", "PORT", "11111", "Where other silos call; 0 takes a free one. A silo that comes back to its port is back at once."),
        new("Cluster:GatewayPort", "PORT", "30000", "Where Apis call; 0 takes a free one."),
        new("Cluster:Id", "NAME", "wuying", "Which silos belong together; the same for all silos and Apis of a cluster."),
        new("Cluster:ServiceId", "NAME", "wuying", "Whose reminders these are; the same for as long as the store lives."),
    ];

    /// <summary>Where the other processes of the cluster reach this silo.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>Where other silos call; 0 for a free port.</summary>
    public required int SiloPort { get; init; }

    /// <summary>Where Apis call; 0 for a free port.</summary>
    public required int GatewayPort { get; init; }

    /// <summary>Which silos belong together.</summary>
    public required string Id { get; init; }

    /// <summary>Whose reminders these are.</summary>
    public required string ServiceId { get; init; }

    /// <summary>Reads them.</summary>
    public static ClusterSettings Read(OptionReader reader) => new()
    {
        Address = reader.Read("Cluster:Address", text => (IPAddress.TryParse(text, out var address), address!), "an IP address such as 127.0.0.1"),
        SiloPort = ReadPort(reader, "Cluster:SiloPort"),
        GatewayPort = ReadPort(reader, "Cluster:GatewayPort"),
        Id = ReadName(reader, "Cluster:Id"),
        ServiceId = ReadName(reader, "Cluster:ServiceId"),
    };

    private static int ReadPort(OptionReader reader, string name) => reader.ReadNumber(name, 0, PortMax, "a port from 1 to 65535, or 0 for a free one");

    private static string ReadName(OptionReader reader, string name) => reader.Read(name, text => (!string.IsNullOrWhiteSpace(text), text), "a name");
}
