using System.Collections.Immutable;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Quotas;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Grains.Fleet;

namespace Wuying.Grains.Quotas;

/// <summary>Owns the ledger of one region's day (R17). A place is granted only once it is durable.</summary>
[GrainType(GrainTypes.DailyQuota)]
internal sealed class DailyQuotaGrain(
    [PersistentState("quota", FleetStorage.Name)] IPersistentState<StoredQuota> stored,
    IFleetQueries queries,
    FleetInstruments instruments) : Grain, IDailyQuotaGrain
{
    private DailyQuotaKey Key => DailyQuotaKey.Parse(this.GetPrimaryKeyString());

    private QuotaLedger Ledger => stored.State.Current ?? throw new InvalidOperationException("The ledger is there from activation on.");

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (stored.State.Current is null)
        {
            var region = (await queries.ListRegionsAsync()).FirstOrDefault(region => region.Id == Key.RegionId);
            stored.State.Current = QuotaLedger.Empty(region?.DailyUpdateQuota ?? Region.DailyUpdateQuotaDefault);
        }

        instruments.ShowQuota(Key, Ledger);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        instruments.HideQuota(Key);
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<bool>> ReserveAsync(ImmutableArray<UpdateId> ids)
    {
        var ledger = Ledger;
        var answers = ImmutableArray.CreateBuilder<bool>(ids.Length);
        foreach (var id in ids)
        {
            var isGranted = ledger.CanGrant(id);
            answers.Add(isGranted);
            ledger = isGranted ? ledger.Reserve(id) : ledger;
        }

        await SaveAsync(ledger, granted: [.. ids.Where(id => ledger.Holders.Contains(id) && !Ledger.Holders.Contains(id)).Distinct()], released: []);
        return answers.MoveToImmutable();
    }

    public Task ReleaseAsync(ImmutableArray<UpdateId> ids)
    {
        var held = ids.Where(Ledger.Holders.Contains).Distinct().ToImmutableArray();
        return SaveAsync(held.Aggregate(Ledger, (ledger, id) => ledger.Release(id)), granted: [], released: held);
    }

    public async Task SetLimitAsync(int limit)
    {
        if (stored.RecordExists)
        {
            await WriteAsync(Ledger.WithLimit(limit), [], []);
        }
        else
        {
            stored.State.Current = Ledger.WithLimit(limit);
        }
    }

    private Task SaveAsync(QuotaLedger ledger, ImmutableArray<UpdateId> granted, ImmutableArray<UpdateId> released) =>
        granted.IsEmpty && released.IsEmpty ? Task.CompletedTask : WriteAsync(ledger, granted, released);

    private async Task WriteAsync(QuotaLedger ledger, ImmutableArray<UpdateId> granted, ImmutableArray<UpdateId> released)
    {
        stored.State.Current = ledger;
        stored.State.Granted = granted;
        stored.State.Released = released;
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

        instruments.ShowQuota(Key, ledger);
    }
}
