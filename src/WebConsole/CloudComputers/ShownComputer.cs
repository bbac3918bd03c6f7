using Wuying.Domain.CloudComputers;

namespace Wuying.WebConsole.CloudComputers;

/// <summary>A line of a list of computers.</summary>
/// <param name="Number">Its place in the list, from 1.</param>
/// <param name="Id">The computer's id.</param>
/// <param name="Computer">The computer as it is now; null when it is gone.</param>
public sealed record ShownComputer(int Number, CloudComputerId Id, CloudComputer? Computer);
