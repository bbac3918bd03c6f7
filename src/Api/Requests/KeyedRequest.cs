namespace Wuying.Api.Requests;

/// <summary>A request that carries an idempotency key and may be carried out. A feature of its context.</summary>
/// <param name="Key">The requester and the key.</param>
/// <param name="Nonce">Tells it from other requests under the same key, on other days.</param>
internal sealed record KeyedRequest(string Key, string Nonce);
