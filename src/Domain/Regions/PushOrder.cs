using Wuying.Domain.Images;

namespace Wuying.Domain.Regions;

/// <summary>One order to start or to stop the push of a version (R5–R7).</summary>
/// <param name="Number">Its place in the region's orders; of two that meet at a computer the later one wins.</param>
/// <param name="Version">The version.</param>
/// <param name="IsStart">Start, or stop.</param>
/// <param name="Scope">Whom it reaches.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestId">The request it came with, so that the same request gives no second order (R32); null for orders that follow by themselves.</param>
[GenerateSerializer, Immutable, Alias("wuying.push-order")]
public sealed record PushOrder(
    [property: Id(0)] int Number,
    [property: Id(1)] ImageVersion Version,
    [property: Id(2)] bool IsStart,
    [property: Id(3)] PushScope Scope,
    [property: Id(4)] string RequestedBy,
    [property: Id(5)] string? RequestId = null);
