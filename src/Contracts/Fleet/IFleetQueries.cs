using System.Collections.Immutable;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>Questions about the whole fleet, answered from committed rows. The store answers them; <see cref="IFleetQueryGrain"/> passes them on to an Api that has no database.</summary>
public interface IFleetQueries
{
    /// <summary>The longest that a question waits for its answer: well under the thirty seconds after which a cluster's client gives a call up.</summary>
    static readonly TimeSpan PatienceMax = TimeSpan.FromSeconds(20);

    /// <summary>A page of computers, by id. Keyset: stable while rows change.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    [Alias("list-computers")]
    Task<Page<CloudComputer>> ListComputersAsync(ComputerFilter filter, string? after, int limit);

    /// <summary>A page of computers, by id, and how many match in all.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="skipped">How many to pass over behind the cursor; walks over them, unlike a cursor.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    [Alias("select-computers")]
    Task<CountedPage<CloudComputer>> SelectComputersAsync(ComputerFilter filter, string? after, int skipped, int limit);

    /// <summary>All computers that match, in order, by id alone: at most <see cref="ComputerIndex.LengthMax"/>.</summary>
    [Alias("index-computers")]
    Task<ComputerIndex> IndexComputersAsync(ComputerFilter filter, ComputerOrder order);

    /// <summary>A page of a region's images, by id; of one type, or all.</summary>
    [Alias("list-images")]
    Task<Page<CustomImage>> ListImagesAsync(RegionId region, ImageType? type, ImmutableArray<ImageVersion>? versions, string? after, int limit);

    /// <summary>The office networks of a region, by id.</summary>
    [Alias("list-office-networks")]
    Task<ImmutableArray<OfficeNetworkCount>> ListOfficeNetworksAsync(RegionId region);

    /// <summary>A page of sessions, the latest first, and how many match in all.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="skipped">How many to pass over behind the cursor.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    [Alias("list-sessions")]
    Task<CountedPage<RecordedSession>> ListSessionsAsync(SessionFilter filter, string? after, int skipped, int limit);

    /// <summary>All regions, by id.</summary>
    [Alias("list-regions")]
    Task<ImmutableArray<Region>> ListRegionsAsync();

    /// <summary>The versions that computers and custom images of a region are at.</summary>
    [Alias("count-versions")]
    Task<ImmutableArray<VersionCount>> CountVersionsAsync(RegionId region);

    /// <summary>Counts of the fleet, or of one region.</summary>
    [Alias("summarize")]
    Task<FleetSummary> SummarizeAsync(RegionId? region);

    /// <summary>Counts of the computers that match.</summary>
    [Alias("count-computers")]
    Task<FleetSummary> CountComputersAsync(ComputerFilter filter);

    /// <summary>The updates of a region's day.</summary>
    [Alias("list-updates")]
    Task<UpdatesOfDay> ListUpdatesAsync(RegionId region, DateOnly date, UpdateRowState? state, RejectionCode? reason, string? after, int limit);

    /// <summary>The updates of a region's days, counted.</summary>
    /// <param name="region">Where.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="slot">How finely their times are told apart; null for not at all.</param>
    [Alias("count-updates")]
    Task<ImmutableArray<UpdateGroup>> CountUpdatesAsync(RegionId region, DateOnly first, DateOnly last, TimeSpan? slot);

    /// <summary>The days of a region's quota on which somebody has asked, from first to last.</summary>
    [Alias("list-quotas")]
    Task<ImmutableArray<QuotaDay>> ListQuotasAsync(RegionId region, DateOnly first, DateOnly last);

    /// <summary>A page of events after a sequence number, oldest first.</summary>
    [Alias("list-events")]
    Task<ImmutableArray<RecordedEvent>> ListEventsAsync(long after, int limit);

    /// <summary>A page of events after a sequence number, oldest first; when there is none yet, waits until one is committed.</summary>
    /// <param name="after">The last sequence number seen.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="patience">How long to wait, in the system's time, at most <see cref="PatienceMax"/>; the page is empty when it is over.</param>
    [Alias("await-events")]
    Task<ImmutableArray<RecordedEvent>> AwaitEventsAsync(long after, int limit, TimeSpan patience);

    /// <summary>The sequence number of the newest event; 0 before the first.</summary>
    [Alias("find-newest-sequence")]
    Task<long> FindNewestSequenceAsync();

    /// <summary>A page of one subject's events before a sequence number, newest first.</summary>
    [Alias("list-history")]
    Task<ImmutableArray<RecordedEvent>> ListHistoryAsync(string subject, string subjectId, long? before, int limit);

    /// <summary>A user's notifications, newest first.</summary>
    [Alias("list-notifications")]
    Task<ImmutableArray<RecordedNotification>> ListNotificationsAsync(UserId user, int limit);

    /// <summary>A long request; null when there is none of that id.</summary>
    [Alias("find-operation")]
    Task<BulkOperation?> FindOperationAsync(string id);

    /// <summary>A page of a long request's items, in request order.</summary>
    [Alias("list-operation-items")]
    Task<Page<BulkItem>> ListOperationItemsAsync(string id, string? after, int limit);
}
