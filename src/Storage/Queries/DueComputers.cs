using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Queries;

/// <summary>Puts together what indexes say apart.</summary>
internal static class DueComputers
{
    /// <summary>Computers by id, each once.</summary>
    /// <param name="operations">The operations that are due.</param>
    /// <param name="updates">The computers whose updates are.</param>
    public static ImmutableArray<DueComputer> Of(IEnumerable<MachineOperationRef> operations, IEnumerable<string> updates)
    {
        var due = new SortedDictionary<string, DueComputer>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            due[operation.OwnerId] = new DueComputer(new CloudComputerId(operation.OwnerId), operation, IsUpdateDue: false);
        }

        foreach (var id in updates)
        {
            due[id] = new DueComputer(new CloudComputerId(id), due.GetValueOrDefault(id)?.Operation, IsUpdateDue: true);
        }

        return [.. due.Values];
    }
}
