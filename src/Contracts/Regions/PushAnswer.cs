using Wuying.Contracts.Answers;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Regions;

/// <summary>What came of an order to start or stop a push.</summary>
/// <param name="Answer">Whether it took effect.</param>
/// <param name="Order">The order; null when nothing was ordered.</param>
[GenerateSerializer, Immutable, Alias("wuying.push-answer")]
public sealed record PushAnswer(
    [property: Id(0)] Answer Answer,
    [property: Id(1)] PushOrder? Order);
