using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;

namespace Wuying.Api.Fleet;

/// <summary>From recorded events to the API's.</summary>
internal static class EventMapping
{
    /// <summary>A full page has a next one, after (or, newest first, before) its last sequence number.</summary>
    public static PageResponse<EventResponse> ToPage(this ImmutableArray<RecordedEvent> events, int limit) => new(
        [.. events.Select(ToResponse)],
        events.Length == limit ? Cursor.Encode(events[^1].Sequence.ToString(CultureInfo.InvariantCulture)) : null);

    public static EventResponse ToResponse(this RecordedEvent recorded) => new(
        recorded.Sequence,
        recorded.Event.At,
        recorded.Event.RegionId,
        recorded.Event.Subject,
        recorded.Event.SubjectId,
        recorded.Event.Kind,
        recorded.Event.RequestedBy,
        JsonElement.Parse(recorded.Event.Data),
        Parse(recorded.Event.Before),
        Parse(recorded.Event.After));

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);
}
