using System.Text.Json;

namespace Wuying.LoadTester.Invariants;

/// <summary>One event, read.</summary>
/// <param name="Event">As the service tells it.</param>
/// <param name="Before">The computer before; null for a new one, and for what is no computer.</param>
/// <param name="After">The computer after; null for what is no computer.</param>
internal sealed record Fact(HistoryEvent Event, Brief? Before, Brief? After)
{
    private const string Computer = "computer";

    public long Sequence => Event.Sequence;

    public string Kind => Event.Kind;

    /// <summary>The id of what it happened to.</summary>
    public string Id => Event.SubjectId;

    public string Region => Event.RegionId;

    public DateTimeOffset At => Event.At;

    public bool IsOfComputer => Event.Subject is Computer;

    public bool IsOfRegion => Event.Subject is "region";

    /// <summary>True when the computer was there before its first event that is known: what is not in the brief is not known of it.</summary>
    public bool IsMetMidway { get; init; }

    /// <summary>The computer before, where there must be one.</summary>
    public Brief Was => Before ?? throw new HistoryShapeException($"{Kind} does not say what {Id} was before");

    /// <summary>The computer after, where there must be one.</summary>
    public Brief Is => After ?? throw new HistoryShapeException($"{Kind} does not say what {Id} is after it");

    public static Fact Of(HistoryEvent told, Names names)
    {
        var named = told with { SubjectId = names.One(told.SubjectId), RegionId = names.One(told.RegionId) };
        return told.Subject is Computer ? new(named, BriefOf(told.Before, names), BriefOf(told.After, names)) : new(named, null, null);
    }

    /// <summary>A text of the data; null when it is not there.</summary>
    public string? FindText(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>A text of the data, which must be there.</summary>
    public string Text(params ReadOnlySpan<string> path) => FindText(path) ?? throw Missing(path);

    /// <summary>An instant of the data.</summary>
    public DateTimeOffset Instant(params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.String } found && found.TryGetDateTimeOffset(out var instant) ? instant : throw Missing(path);

    /// <summary>A number of the data.</summary>
    public int Number(params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt32(out var number) ? number : throw Missing(path);

    /// <summary>A truth of the data; false when it is not there.</summary>
    public bool Holds(string name) => Find([name]) is { ValueKind: JsonValueKind.True };

    /// <summary>Texts of the data.</summary>
    public string[] Texts(string name) => Find([name]) is { ValueKind: JsonValueKind.Array } found
        ? [.. found.EnumerateArray().Select(text => text.GetString() ?? throw Missing([name]))]
        : throw Missing([name]);

    private static Brief? BriefOf(JsonElement? told, Names names)
    {
        if (told is not { } json)
        {
            return null;
        }

        return new Brief(
            Word(json, "status", names) ?? throw new HistoryShapeException("a computer in brief has no status"),
            Word(json, "connectedUserId", names),
            Word(json, "version", names) ?? throw new HistoryShapeException("a computer in brief has no version"),
            Word(json, "updateId", names: null),
            Word(json, "pendingState", names),
            Word(json, "snapshot", names));
    }

    private static string? Word(JsonElement json, string name, Names? names) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            ? names?.One(value.GetString()!) ?? value.GetString()
            : null;

    private JsonElement? Find(ReadOnlySpan<string> path)
    {
        var element = Event.Data;
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    private HistoryShapeException Missing(ReadOnlySpan<string> path) => new($"{Kind} does not tell {string.Join('.', path!)}");
}
