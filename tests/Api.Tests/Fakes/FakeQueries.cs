using System.Collections.Immutable;
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

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeQueries(FakeFleet fleet) : IFleetQueryGrain
{
    private static readonly ImmutableSortedDictionary<string, long> None = ImmutableSortedDictionary<string, long>.Empty;

    public ImmutableArray<QuotaDay> Quotas { get; set; } = [];

    public ImmutableArray<RecordedSession> Sessions { get; set; } = [];

    public ImmutableArray<RecordedEvent> Events { get; set; } = [];

    /// <summary>The calls that wait for events.</summary>
    public FakePatience Patience { get; } = new();

    public FakeBulkOperation? LastOperation { get; private set; }

    public FakeBulkOperation Operation(string id) => LastOperation = LastOperation?.Id == id ? LastOperation : new FakeBulkOperation(id);

    public Task<Page<CloudComputer>> ListComputersAsync(ComputerFilter filter, string? after, int limit)
    {
        ImmutableArray<CloudComputer> found = [.. Matching(filter).Where(computer => string.CompareOrdinal(computer.Id.Value, after) > 0).Take(limit + 1)];
        return Task.FromResult(found.Length > limit
            ? new Page<CloudComputer>(found[..limit], found[limit - 1].Id.Value)
            : new Page<CloudComputer>(found, null));
    }

    public async Task<CountedPage<CloudComputer>> SelectComputersAsync(ComputerFilter filter, string? after, int skipped, int limit)
    {
        var all = Matching(filter).ToArray();
        var last = skipped == 0 ? after : all.Where(computer => string.CompareOrdinal(computer.Id.Value, after) > 0).Take(skipped).LastOrDefault()?.Id.Value ?? after;
        return new(await ListComputersAsync(filter, last, limit), all.Length);
    }

    public Task<ImmutableArray<OfficeNetworkCount>> ListOfficeNetworksAsync(RegionId region) => Task.FromResult<ImmutableArray<OfficeNetworkCount>>(
        [.. Matching(new ComputerFilter { RegionId = region })
            .GroupBy(computer => computer.OfficeNetworkId, StringComparer.Ordinal)
            .OrderBy(office => office.Key, StringComparer.Ordinal)
            .Select(office => new OfficeNetworkCount(office.Key, office.Count()))]);

    public Task<CountedPage<RecordedSession>> ListSessionsAsync(SessionFilter filter, string? after, int skipped, int limit)
    {
        ImmutableArray<RecordedSession> found = [.. Sessions
            .Where(one => one.Session.RegionId == filter.RegionId)
            .Where(one => filter.ComputerIds is not { } ids || ids.Contains(one.Session.ComputerId))
            .Where(one => filter.UserIds is not { } users || users.Contains(one.Session.UserId))
            .Where(one => filter.IsConnected is not { } connected || connected == one.Session.EndedAt is null)
            .Where(one => filter.StartedFrom is not { } from || one.Session.StartedAt >= from)];
        return Task.FromResult(new CountedPage<RecordedSession>(new Page<RecordedSession>([.. found.Skip(skipped).Take(limit)], null), found.Length));
    }

    public Task<ComputerIndex> IndexComputersAsync(ComputerFilter filter, ComputerOrder order) => throw new NotSupportedException("The Api has no route for it.");

    public Task<FleetSummary> CountComputersAsync(ComputerFilter filter) => throw new NotSupportedException("The Api has no route for it.");

    public Task<UpdateForecast> ForecastUpdatesAsync(RegionId region, ComputerFilter filter, UpdateRequest request) =>
        throw new NotSupportedException("The Api has no route for it.");

    public Task<Page<CustomImage>> ListImagesAsync(RegionId region, ImageType? type, ImmutableArray<ImageVersion>? versions, string? after, int limit)
    {
        ImmutableArray<CustomImage> found = [.. fleet.Images.Values.Select(image => image.Current).OfType<CustomImage>()
            .Where(image => !image.IsDeleted && image.RegionId == region && (type is null || image.Type == type))
            .Where(image => versions is null || versions.Value.Contains(image.CurrentVersion))
            .OrderBy(image => image.Id.Value, StringComparer.Ordinal)
            .Where(image => string.CompareOrdinal(image.Id.Value, after) > 0)
            .Take(limit + 1)];
        return Task.FromResult(found.Length > limit
            ? new Page<CustomImage>(found[..limit], found[limit - 1].Id.Value)
            : new Page<CustomImage>(found, null));
    }

    public Task<ImmutableArray<Region>> ListRegionsAsync() => Task.FromResult<ImmutableArray<Region>>(
        [.. fleet.Regions.Values.Select(region => region.Current).OfType<Region>().OrderBy(region => region.Id.Value, StringComparer.Ordinal)]);

    public Task<ImmutableArray<VersionCount>> CountVersionsAsync(RegionId region) => Task.FromResult<ImmutableArray<VersionCount>>(
        [.. Matching(new ComputerFilter { RegionId = region }).Select(computer => new VersionCount(computer.CurrentVersion, 1, 0))
            .Concat(fleet.Images.Values.Select(image => image.Current).OfType<CustomImage>()
                .Where(image => image.RegionId == region && image.Type is ImageType.Custom)
                .Select(image => new VersionCount(image.CurrentVersion, 0, 1)))
            .GroupBy(count => count.Version)
            .Select(counts => new VersionCount(counts.Key, counts.Sum(count => count.Computers), counts.Sum(count => count.CustomImages)))]);

    public Task<FleetSummary> SummarizeAsync(RegionId? region) =>
        Task.FromResult(new FleetSummary(Matching(new ComputerFilter { RegionId = region }).LongCount(), None, None, None, None, None));

    public Task<UpdatesOfDay> ListUpdatesAsync(RegionId region, DateOnly date, UpdateRowState? state, RejectionCode? reason, string? after, int limit) =>
        Task.FromResult(new UpdatesOfDay(new Page<UpdateRow>([], null), None, None));

    public Task<ImmutableArray<UpdateGroup>> CountUpdatesAsync(RegionId region, DateOnly first, DateOnly last, TimeSpan? slot) =>
        Task.FromResult<ImmutableArray<UpdateGroup>>([]);

    public Task<ImmutableArray<QuotaDay>> ListQuotasAsync(RegionId region, DateOnly first, DateOnly last) => Task.FromResult(Quotas);

    public Task<ImmutableArray<RecordedEvent>> ListEventsAsync(long after, int limit) =>
        Task.FromResult<ImmutableArray<RecordedEvent>>([.. Events.Where(recorded => recorded.Sequence > after).Take(limit)]);

    public async Task<ImmutableArray<RecordedEvent>> AwaitEventsAsync(long after, int limit, TimeSpan patience)
    {
        var over = Patience.BeginAsync(patience);
        var events = await ListEventsAsync(after, limit);
        if (!events.IsEmpty)
        {
            return events;
        }

        await over;
        return await ListEventsAsync(after, limit);
    }

    public Task<long> FindNewestSequenceAsync() => Task.FromResult(Events.IsEmpty ? 0 : Events[^1].Sequence);

    public Task<ImmutableArray<RecordedEvent>> ListHistoryAsync(string subject, string subjectId, long? before, int limit) =>
        Task.FromResult<ImmutableArray<RecordedEvent>>([]);

    public Task<ImmutableArray<RecordedNotification>> ListNotificationsAsync(UserId user, int limit) =>
        Task.FromResult<ImmutableArray<RecordedNotification>>([]);

    public Task<BulkOperation?> FindOperationAsync(string id) => Task.FromResult(LastOperation?.Id == id ? LastOperation.Current : null);

    public Task<Page<BulkItem>> ListOperationItemsAsync(string id, string? after, int limit) =>
        Task.FromResult(new Page<BulkItem>([new BulkItem(1, new CloudComputerId("ecd-1"), null)], null));

    private IEnumerable<CloudComputer> Matching(ComputerFilter filter) => fleet.Computers.Values
        .Select(computer => computer.Current).OfType<CloudComputer>()
        .Where(computer => filter.RegionId is null || computer.RegionId == filter.RegionId)
        .Where(computer => filter.ImageId is null || computer.ImageId == filter.ImageId)
        .Where(computer => filter.Versions is null || filter.Versions.Value.Contains(computer.CurrentVersion))
        .Where(computer => filter.Status is null && filter.Statuses is null ? computer.Status is not CloudComputerStatus.Deleted : filter.Status is null || computer.Status == filter.Status)
        .Where(computer => filter.Statuses is not { } statuses || statuses.Contains(computer.Status))
        .Where(computer => filter.Ids is not { } ids || ids.Contains(computer.Id))
        .Where(computer => filter.Name is null || computer.Name == filter.Name)
        .Where(computer => filter.Text is null || computer.Name.Contains(filter.Text, StringComparison.OrdinalIgnoreCase) || computer.Id.Value.Contains(filter.Text, StringComparison.OrdinalIgnoreCase))
        .Where(computer => filter.OfficeNetworkId is null || computer.OfficeNetworkId == filter.OfficeNetworkId)
        .Where(computer => filter.OfficeNetworkIds is not { } offices || offices.Contains(computer.OfficeNetworkId))
        .Where(computer => filter.ImageIds is not { } images || images.Contains(computer.ImageId))
        .Where(computer => filter.AssignedUserId is not { } user || computer.AssignedUserIds.Contains(user))
        .Where(computer => filter.AssignedUserIds is not { } users || computer.AssignedUserIds.Any(users.Contains))
        .Where(computer => filter.ExcludedUserIds is not { } others || !computer.AssignedUserIds.Any(others.Contains))
        .Where(computer => (filter.Tags ?? []).All(tag => computer.Tags.Any(held => held.Key == tag.Key && (tag.Value is null || tag.Value == held.Value))))
        .Where(computer => filter.IsTagged is not { } tagged || tagged == !computer.Tags.IsEmpty)
        .OrderBy(computer => computer.Id.Value, StringComparer.Ordinal);
}
