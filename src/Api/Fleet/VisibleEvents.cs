using System.Globalization;
using Wuying.Api.Access;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet;

/// <summary>The events of the regions that a caller sees.</summary>
internal static class VisibleEvents
{
    private const int ReadSize = 1_000;

    // A caller who sees little of a busy fleet gets a page that is not full, and goes on from there.
    private const int ReadsMax = 20;

    /// <summary>True when a caller sees an event.</summary>
    public static bool Sees(this Caller caller, RecordedEvent recorded) => caller.Sees(new RegionId(recorded.Event.RegionId));

    /// <summary>A page of what a caller sees after a sequence number.</summary>
    public static async Task<PageResponse<EventResponse>> ReadPageAsync(IFleetQueries queries, Caller caller, long after, int limit)
    {
        if (caller.SeesAll)
        {
            return (await queries.ListEventsAsync(after, limit)).ToPage(limit);
        }

        var seen = new List<RecordedEvent>(limit);
        var last = after;
        for (var reads = 0; reads < ReadsMax; reads++)
        {
            var page = await queries.ListEventsAsync(last, ReadSize);
            seen.AddRange(page.Where(caller.Sees).Take(limit - seen.Count));
            if (seen.Count == limit)
            {
                return PageOf(seen, seen[^1].Sequence);
            }

            if (page.Length < ReadSize)
            {
                return PageOf(seen, next: null);
            }

            last = page[^1].Sequence;
        }

        return PageOf(seen, last);
    }

    private static PageResponse<EventResponse> PageOf(IEnumerable<RecordedEvent> seen, long? next) =>
        new([.. seen.Select(EventMapping.ToResponse)], Cursor.Encode(next?.ToString(CultureInfo.InvariantCulture)));
}
