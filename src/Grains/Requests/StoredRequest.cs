using Wuying.Contracts.Requests;

namespace Wuying.Grains.Requests;

/// <summary>A request that carried an idempotency key, with its first answer.</summary>
/// <param name="Fingerprint">Hash of what was asked.</param>
/// <param name="Answer">The first answer.</param>
/// <param name="AnsweredAt">When it was given, system time.</param>
[GenerateSerializer, Immutable, Alias("wuying.stored-request")]
internal sealed record StoredRequest(
    [property: Id(0)] string Fingerprint,
    [property: Id(1)] RecordedAnswer Answer,
    [property: Id(2)] DateTimeOffset AnsweredAt);
