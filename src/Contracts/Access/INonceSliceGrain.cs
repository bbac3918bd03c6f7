namespace Wuying.Contracts.Access;

/// <summary>Remembers the nonces of signed calls of some seconds and one shard, so that none is carried out twice. Key: <see cref="NonceSliceKey"/>. Called by the Api.</summary>
[Alias("wuying.INonceSliceGrain")]
public interface INonceSliceGrain : IGrainWithStringKey
{
    /// <summary>Takes a nonce.</summary>
    /// <param name="hash">Its hash.</param>
    [Alias("take")]
    Task<NonceAnswer> TakeAsync(string hash);
}
