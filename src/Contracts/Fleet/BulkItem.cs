using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Fleet;

/// <summary>One computer of a bulk operation.</summary>
/// <param name="Number">Its place in the request, from 1.</param>
/// <param name="ComputerId">The computer.</param>
/// <param name="Answer">Its answer; null before it was asked.</param>
[GenerateSerializer, Immutable, Alias("wuying.bulk-item")]
public sealed record BulkItem(
    [property: Id(0)] int Number,
    [property: Id(1)] CloudComputerId ComputerId,
    [property: Id(2)] Answer? Answer);
