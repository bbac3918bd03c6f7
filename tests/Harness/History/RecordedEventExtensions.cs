using System.Text.Json;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.LoadTester.Invariants;

namespace Wuying.Harness.History;

/// <summary>From the grains' events to those that the checker of invariants reads: the API's.</summary>
public static class RecordedEventExtensions
{
    /// <summary>An event as the API would give it.</summary>
    public static HistoryEvent ToHistory(this RecordedEvent recorded) => new(
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

    /// <summary>What a user was told, as the API would give it.</summary>
    public static ToldNotification ToHistory(this RecordedNotification told) =>
        new(told.Sequence, JsonNamingPolicy.CamelCase.ConvertName(told.Notification.Kind.ToString()));

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);
}
