using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Fleet;

/// <summary>A computer whose turn it is.</summary>
/// <param name="Computer">As its row has it.</param>
/// <param name="IsOperationDue">Its machine is to be asked about the running operation.</param>
/// <param name="IsUpdateDue">Something is to be done about its pending update.</param>
public sealed record DueComputer(CloudComputer Computer, bool IsOperationDue, bool IsUpdateDue);
