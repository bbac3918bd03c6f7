using System.Text.Json;
using Wuying.Contracts.Fleet;

namespace Wuying.Harness.History;

/// <summary>One event, read.</summary>
/// <param name="Event">As the service tells it.</param>
/// <param name="Sequence">Its place.</param>
/// <param name="Data">What it says.</param>
/// <param name="Before">The computer before; null for a new one, and for what is no computer.</param>
/// <param name="After">The computer after; null for what is no computer.</param>
internal sealed record Fact(FleetEvent Event, long Sequence, JsonElement Data, Brief? Before, Brief? After)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Kind => Event.Kind;

    public string Id => Event.SubjectId;

    public DateTimeOffset At => Event.At;

    public bool IsOfComputer => Event.Subject is "computer";

    public static Fact Of(RecordedEvent recorded)
    {
        var isComputer = recorded.Event.Subject is "computer";
        return new(
            recorded.Event,
            recorded.Sequence,
            JsonDocument.Parse(recorded.Event.Data).RootElement,
            isComputer && recorded.Event.Before is { } before ? JsonSerializer.Deserialize<Brief>(before, Json) : null,
            isComputer ? JsonSerializer.Deserialize<Brief>(recorded.Event.After!, Json) : null);
    }

    /// <summary>A text of the data; null when it is not there.</summary>
    public string? Text(params string[] path) => Find(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>An instant of the data.</summary>
    public DateTimeOffset Instant(params string[] path) => Find(path)!.Value.GetDateTimeOffset();

    /// <summary>A number of the data.</summary>
    public int Number(params string[] path) => Find(path)!.Value.GetInt32();

    /// <summary>A truth of the data.</summary>
    public bool Is(params string[] path) => Find(path) is { ValueKind: JsonValueKind.True };

    private JsonElement? Find(string[] path)
    {
        var element = Data;
        return path.All(name => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out element)) ? element : null;
    }
}
