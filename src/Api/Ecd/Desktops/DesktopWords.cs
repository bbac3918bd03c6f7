using System.Collections.Frozen;
using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Ecd.Desktops;

/// <summary>The product's words for what a computer is doing.</summary>
internal static class DesktopWords
{
    public const string Connected = "Connected";
    public const string Disconnected = "Disconnected";

    /// <summary>An update is running.</summary>
    public const string Updating = "Updating";

    /// <summary>Nothing is managed on the desktop.</summary>
    public const string NoFlag = "NoFlag";

    /// <summary>A failed update left the desktop unable to serve.</summary>
    public const string Failed = "FotaFailed";

    private static readonly FrozenDictionary<CloudComputerStatus, string> Statuses = new Dictionary<CloudComputerStatus, string>
    {
        [CloudComputerStatus.Creating] = "Pending",
        [CloudComputerStatus.Running] = "Running",
        [CloudComputerStatus.Stopped] = "Stopped",
        [CloudComputerStatus.Starting] = "Starting",
        [CloudComputerStatus.Stopping] = "Stopping",
        [CloudComputerStatus.Restarting] = "Starting",
        [CloudComputerStatus.Updating] = "Running",
        [CloudComputerStatus.Restoring] = "Rebuilding",
        [CloudComputerStatus.Faulted] = "Running",
        [CloudComputerStatus.Expired] = "Expired",
        [CloudComputerStatus.Deleted] = "Deleted",
    }.ToFrozenDictionary();

    /// <summary>The words that a filter may name, for messages.</summary>
    public static string AllStatuses { get; } = string.Join(", ", Statuses.Values.Distinct().Order(StringComparer.Ordinal));

    /// <summary>What lists show.</summary>
    public static string StatusOf(CloudComputer computer) => Statuses[computer.Status];

    /// <summary>What a single desktop's details show: there a failed update is seen.</summary>
    public static string DetailedStatusOf(CloudComputer computer) => computer.Status is CloudComputerStatus.Faulted ? "Failed" : StatusOf(computer);

    /// <summary>What end users' clients show of their resources.</summary>
    public static string ResourceStatusOf(CloudComputer computer) => computer.Status switch
    {
        CloudComputerStatus.Updating => "FotaUpdating",
        CloudComputerStatus.Expired or CloudComputerStatus.Deleted => "Unavailable",
        _ => DetailedStatusOf(computer),
    };

    /// <summary>Status, connection and flags in one, for messages.</summary>
    public static string StateOf(CloudComputer computer) =>
        string.Join(", ", FlagsOf(computer).Prepend(ConnectionOf(computer)).Prepend(StatusOf(computer)));

    public static string ConnectionOf(CloudComputer computer) => computer.IsConnected ? Connected : Disconnected;

    /// <summary>What the management does on the desktop.</summary>
    public static IReadOnlyList<string> FlagsOf(CloudComputer computer) => computer.Status switch
    {
        CloudComputerStatus.Updating => [Updating],
        CloudComputerStatus.Faulted => [Failed],
        _ => [],
    };

    /// <summary>The numbers of one list of the product; null for states that it has none for.</summary>
    public static int? NumberOf(CloudComputerStatus status) => status switch
    {
        CloudComputerStatus.Creating => 0,
        CloudComputerStatus.Starting or CloudComputerStatus.Restarting => 1,
        CloudComputerStatus.Running or CloudComputerStatus.Updating or CloudComputerStatus.Faulted => 2,
        CloudComputerStatus.Stopping => 3,
        CloudComputerStatus.Stopped => 5,
        CloudComputerStatus.Expired => 6,
        CloudComputerStatus.Deleted => 7,
        _ => null,
    };

    /// <summary>Reads words of a filter; false when one is none.</summary>
    public static bool TryRead(IEnumerable<string> words, out ImmutableArray<CloudComputerStatus> statuses)
    {
        var wanted = words.ToHashSet(StringComparer.Ordinal);
        statuses = [.. Statuses.Where(pair => wanted.Contains(pair.Value)).Select(pair => pair.Key)];
        return wanted.IsSubsetOf(Statuses.Values);
    }
}
