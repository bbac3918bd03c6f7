using Wuying.Contracts;
using Wuying.Contracts.Access;
using Wuying.Contracts.Fleet;

namespace Wuying.Grains.Access;

/// <summary>Owns the nonces of some seconds and one shard. Durable before the call that carries one is carried out: what was said before a crash cannot be said again after it.</summary>
[GrainType(GrainTypes.NonceSlice)]
internal sealed class NonceSliceGrain(
    [PersistentState("nonces", FleetStorage.Name)] IPersistentState<Stored<NonceSlice>> stored) : Grain, INonceSliceGrain
{
    public async Task<NonceAnswer> TakeAsync(string hash)
    {
        var slice = stored.State.Current ?? NonceSlice.Empty;
        if (slice.Hashes.Contains(hash))
        {
            return NonceAnswer.UsedBefore;
        }

        if (slice.Hashes.Count >= NonceSlice.NoncesMax)
        {
            return NonceAnswer.Full;
        }

        stored.State.Current = new NonceSlice(slice.Hashes.Add(hash));
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // After a failed write only the store knows the truth.
            DeactivateOnIdle();
            throw;
        }

        return NonceAnswer.Taken;
    }
}
