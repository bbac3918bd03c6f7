using System.Text.Json.Serialization;

namespace Wuying.LoadTester.Histories;

/// <summary>A line of a recording that is no event. Exactly one member is set.</summary>
internal sealed record RecordingLine
{
    /// <summary>The first line: what the events are of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecordingHead? Recording { get; init; }

    /// <summary>Places of a day's quota that are taken in the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecordedPlaces? Places { get; init; }

    /// <summary>What a user was told in the end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RecordedNotifications? Notifications { get; init; }
}
