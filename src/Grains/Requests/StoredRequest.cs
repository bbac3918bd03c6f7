using Wuying.Contracts.Requests;

namespace Wuying.Grains.Requests;

/// <summary>A request that carried an idempotency key: announced, and with its first answer once there is one.</summary>
/// <param name="Fingerprint">Hash of what was asked.</param>
/// <param name="Answer">The first answer; null while none is known.</param>
/// <param name="Since">When it was answered, before that when it was announced, system time.</param>
/// <param name="Nonce">Tells it from earlier and later requests under the same key.</param>
[GenerateSerializer, Immutable, Alias("wuying.stored-request")]
internal sealed record StoredRequest(
    [property: Id(0)] string Fingerprint,
    [property: Id(1)] RecordedAnswer? Answer,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] string Nonce);
