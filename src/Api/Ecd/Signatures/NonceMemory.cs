using System.Security.Cryptography;
using System.Text;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Hosting;
using Wuying.Contracts.Access;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>Remembers which signed calls were made, for all Apis of the service: a call that somebody has recorded and sends once more is refused wherever it comes in.</summary>
internal sealed class NonceMemory(Cluster cluster)
{
    // Calls that are made then fall to another slice.
    private static readonly TimeSpan FullFor = NonceSliceKey.Length;

    /// <summary>Takes a nonce.</summary>
    /// <param name="keyId">Whose.</param>
    /// <param name="nonce">The nonce.</param>
    /// <param name="time">The call's own time, which is signed too: a repetition comes to the same place.</param>
    /// <returns>Why the call must not be carried out, or null.</returns>
    public async Task<EcdError?> TakeAsync(string keyId, string nonce, DateTimeOffset time)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{keyId}\n{nonce}")).AsSpan(0, NonceSlice.HashBytes));
        var key = NonceSliceKey.Of(time, hash);
        return await cluster.Nonces(key).TakeAsync(hash) switch
        {
            NonceAnswer.Taken => null,
            NonceAnswer.UsedBefore => GatewayErrors.NonceUsed,
            _ => GatewayErrors.Throttled(FullFor),
        };
    }
}
