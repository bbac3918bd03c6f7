using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.WebConsole.Updates;

/// <summary>A line of a request's answers.</summary>
/// <param name="Item">The computer, and what it answered.</param>
/// <param name="Computer">The computer as it is now; null when it is gone.</param>
public sealed record ShownAnswer(BulkItem Item, CloudComputer? Computer);
