using Wuying.Api.Ecd.Protocol;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Snapshots;

namespace Wuying.Api.Ecd.Snapshots;

/// <summary>Finds snapshots by their id alone, which begins with their computer's.</summary>
internal static class SnapshotSearch
{
    /// <summary>The snapshot and its computer, if the caller may know of them; null otherwise.</summary>
    public static async Task<(CloudComputer Owner, Snapshot Snapshot)?> FindAsync(string? id, EcdCall call) =>
        OwnerOf(id) is { } owner
        && await call.FindComputerAsync(owner) is { } computer
        && computer.Snapshots.FirstOrDefault(snapshot => snapshot.Id.Value == id) is { } found
            ? (computer, found)
            : null;

    /// <summary>The id of the computer that an id of a snapshot names; null when it cannot name one.</summary>
    public static string? OwnerOf(string? id) => id?.LastIndexOf("-s", StringComparison.Ordinal) is > 0 and var end ? id[..end] : null;
}
