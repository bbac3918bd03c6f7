using Wuying.Api.Updates;

namespace Wuying.Api.CloudComputers;

/// <summary>What came of each computer asked for.</summary>
/// <param name="Items">One entry a computer, in order.</param>
/// <param name="Warnings"><c>OutdatedImageUsed</c> while the image is being updated (R11).</param>
public sealed record CreateComputersResponse(IReadOnlyList<BulkAnswerResponse> Items, IReadOnlyList<string> Warnings);
