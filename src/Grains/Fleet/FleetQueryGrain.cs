using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Wuying.Contracts;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Contracts.Updates;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Fleet;

/// <summary>Passes questions about the fleet on to the store, so that an Api in a cluster needs no database. Stateless; any key.</summary>
/// <remarks>Reentrant: there is nothing in it that calls could disturb, and one that waits for events must not hold up the others.</remarks>
[GrainType(GrainTypes.FleetQuery), StatelessWorker, Reentrant]
internal sealed class FleetQueryGrain(
    IFleetQueries store, [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IFleetQueryGrain
{
    private const int ForecastPageSize = 1_000;

    public async Task<UpdateForecast> ForecastUpdatesAsync(RegionId region, ComputerFilter filter, UpdateRequest request)
    {
        var now = clock.GetUtcNow();
        var calendar = ProductRegion.CalendarOf(region);
        var day = request.Date ?? calendar.DayOf(now);
        var forecaster = new UpdateForecaster(request, calendar, await CountPlacesAsync(region, day), now);
        var within = filter with { RegionId = region };
        string? cursor = null;
        do
        {
            var page = await store.ListComputersAsync(within, cursor, ForecastPageSize);
            foreach (var computer in page.Items)
            {
                forecaster.Ask(computer);
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
        return forecaster.Sum();
    }

    public Task<Page<CloudComputer>> ListComputersAsync(ComputerFilter filter, string? after, int limit) =>
        store.ListComputersAsync(filter, after, limit);

    public Task<CountedPage<CloudComputer>> SelectComputersAsync(ComputerFilter filter, string? after, int skipped, int limit) =>
        store.SelectComputersAsync(filter, after, skipped, limit);

    public Task<ImmutableArray<OfficeNetworkCount>> ListOfficeNetworksAsync(RegionId region) => store.ListOfficeNetworksAsync(region);

    public Task<CountedPage<RecordedSession>> ListSessionsAsync(SessionFilter filter, string? after, int skipped, int limit) =>
        store.ListSessionsAsync(filter, after, skipped, limit);

    public Task<ComputerIndex> IndexComputersAsync(ComputerFilter filter, ComputerOrder order) => store.IndexComputersAsync(filter, order);

    public Task<Page<CustomImage>> ListImagesAsync(
        RegionId region, ImageType? type, ImmutableArray<ImageVersion>? versions, string? after, int limit) =>
        store.ListImagesAsync(region, type, versions, after, limit);

    public Task<ImmutableArray<Region>> ListRegionsAsync() => store.ListRegionsAsync();

    public Task<ImmutableArray<VersionCount>> CountVersionsAsync(RegionId region) => store.CountVersionsAsync(region);

    public Task<FleetSummary> SummarizeAsync(RegionId? region) => store.SummarizeAsync(region);

    public Task<FleetSummary> CountComputersAsync(ComputerFilter filter) => store.CountComputersAsync(filter);

    public Task<ImmutableArray<UpdateGroup>> CountUpdatesAsync(RegionId region, DateOnly first, DateOnly last, TimeSpan? slot) =>
        store.CountUpdatesAsync(region, first, last, slot);

    public Task<UpdatesOfDay> ListUpdatesAsync(
        RegionId region, DateOnly date, UpdateRowState? state, RejectionCode? reason, string? after, int limit) =>
        store.ListUpdatesAsync(region, date, state, reason, after, limit);

    public Task<ImmutableArray<QuotaDay>> ListQuotasAsync(RegionId region, DateOnly first, DateOnly last) =>
        store.ListQuotasAsync(region, first, last);

    public Task<ImmutableArray<RecordedEvent>> ListEventsAsync(long after, int limit) => store.ListEventsAsync(after, limit);

    public Task<ImmutableArray<RecordedEvent>> AwaitEventsAsync(long after, int limit, TimeSpan patience) =>
        store.AwaitEventsAsync(after, limit, patience);

    public Task<long> FindNewestSequenceAsync() => store.FindNewestSequenceAsync();

    public Task<ImmutableArray<RecordedEvent>> ListHistoryAsync(string subject, string subjectId, long? before, int limit) =>
        store.ListHistoryAsync(subject, subjectId, before, limit);

    public Task<ImmutableArray<RecordedNotification>> ListNotificationsAsync(UserId user, int limit) => store.ListNotificationsAsync(user, limit);

    public Task<BulkOperation?> FindOperationAsync(string id) => store.FindOperationAsync(id);

    public Task<Page<BulkItem>> ListOperationItemsAsync(string id, string? after, int limit) =>
        store.ListOperationItemsAsync(id, after, limit);

    // A day that nobody has asked about has no row, and the region's limit.
    private async Task<int> CountPlacesAsync(RegionId region, DateOnly day) => await store.ListQuotasAsync(region, day, day) is [var known]
        ? Math.Max(0, known.Limit - known.Reserved)
        : (await store.ListRegionsAsync()).FirstOrDefault(one => one.Id == region)?.DailyUpdateQuota ?? 0;
}
