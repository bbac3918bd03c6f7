using Wuying.Contracts.Quotas;

namespace Wuying.Storage.States;

/// <summary>Keeps days' quotas: a read loads limit and holders, a write costs what it changes.</summary>
internal sealed class QuotaStorage(IStateStore store)
{
    public async Task ReadAsync(GrainId grainId, IGrainState<StoredQuota> grainState)
    {
        var row = await store.ReadQuotaAsync(DayOf(grainId));
        grainState.State = new StoredQuota { Current = row?.Ledger };
        grainState.RecordExists = row is not null;
        grainState.ETag = FleetGrainStorage.Spell(row?.Version);
    }

    public async Task WriteAsync(GrainId grainId, IGrainState<StoredQuota> grainState)
    {
        var quota = grainState.State!;
        var ledger = quota.Current ?? throw new InvalidOperationException($"{grainId} writes a quota without a ledger.");
        var write = new QuotaWrite(DayOf(grainId), FleetGrainStorage.VersionOf(grainState.ETag))
        {
            Limit = ledger.Limit,
            Granted = quota.Granted,
            Released = quota.Released,
        };
        await store.WriteAsync(write);
        grainState.RecordExists = true;
        grainState.ETag = FleetGrainStorage.Spell(write.NewVersion);
        quota.Granted = [];
        quota.Released = [];
    }

    private static DailyQuotaKey DayOf(GrainId grainId) => DailyQuotaKey.Parse(grainId.Key.ToString() ?? "");
}
