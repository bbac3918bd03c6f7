namespace Wuying.Contracts.Requests;

/// <summary>What is known of a request that carries an idempotency key.</summary>
/// <param name="State">What the caller should do.</param>
/// <param name="Answer">The first answer, when there is one.</param>
/// <param name="Nonce">Given to who may go ahead, and the same to who repeats the request after a crash: ids made for the request derive from it and the key. Another one once the key was forgotten.</param>
[GenerateSerializer, Immutable, Alias("wuying.recorded-request")]
public sealed record RecordedRequest(
    [property: Id(0)] RecordedRequestState State,
    [property: Id(1)] RecordedAnswer? Answer,
    [property: Id(2)] string? Nonce);
