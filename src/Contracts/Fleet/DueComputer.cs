using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Fleet;

/// <summary>A computer whose turn it is.</summary>
/// <param name="Id">Which.</param>
/// <param name="Operation">What its machine is to be asked about now; null when nothing is.</param>
/// <param name="IsUpdateDue">Something is to be done about its pending update.</param>
public sealed record DueComputer(CloudComputerId Id, MachineOperationRef? Operation, bool IsUpdateDue);
