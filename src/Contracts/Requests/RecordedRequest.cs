namespace Wuying.Contracts.Requests;

/// <summary>What is known of a request that carries an idempotency key.</summary>
/// <param name="State">What the caller should do.</param>
/// <param name="Answer">The first answer, when there is one.</param>
[GenerateSerializer, Immutable, Alias("wuying.recorded-request")]
public sealed record RecordedRequest(
    [property: Id(0)] RecordedRequestState State,
    [property: Id(1)] RecordedAnswer? Answer);
