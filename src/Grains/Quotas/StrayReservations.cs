using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Quotas;

/// <summary>Gives back places in quotas that a crash left behind: taken, but no update accounts for them (R17).</summary>
internal sealed class StrayReservations(IGrainFactory grains, IDueWork dueWork, IFleetQueries queries)
{
    /// <summary>Looks at one shard's places of one day. The computer itself says whether a place is in use: the call waits behind a turn that is just about to use it.</summary>
    public async Task GiveBackAsync(RegionId region, DateOnly day, int shard)
    {
        foreach (var stray in await dueWork.ListStrayReservationsAsync(region, day, shard))
        {
            await grains.GetComputer(stray.Id.ComputerId).ReleaseStrayReservationAsync(stray);
        }
    }

    /// <summary>Looks at every day that can still be asked about.</summary>
    public async Task GiveBackAllAsync(DateTimeOffset now)
    {
        foreach (var region in await queries.ListRegionsAsync())
        {
            var today = ProductRegion.CalendarOf(region.Id).DayOf(now);
            foreach (var quota in await queries.ListQuotasAsync(region.Id, today, today.AddDays(UpdateWindowCalendar.DaysAheadMax)))
            {
                for (var shard = 0; shard < RegionShard.Count; shard++)
                {
                    await GiveBackAsync(region.Id, quota.Day, shard);
                }
            }
        }
    }
}
