using System.Collections.Immutable;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Quotas;

/// <summary>The update quota of one region on one local day (R17). Key: <see cref="DailyQuotaKey"/>. Called by computers (gathered per silo) and, when the limit changes, by its region.</summary>
[Alias("wuying.IDailyQuotaGrain")]
public interface IDailyQuotaGrain : IGrainWithStringKey
{
    /// <summary>Takes a place for each id, in order, while there is one. An id that holds a place keeps it.</summary>
    /// <returns>For each id whether it holds a place now, durably.</returns>
    [Alias("reserve")]
    Task<ImmutableArray<bool>> ReserveAsync(ImmutableArray<UpdateId> ids);

    /// <summary>Gives places back; ids without one are passed over.</summary>
    [Alias("release")]
    Task ReleaseAsync(ImmutableArray<UpdateId> ids);

    /// <summary>Sets the limit. Places that were granted stay granted.</summary>
    [Alias("set-limit")]
    Task SetLimitAsync(int limit);
}
