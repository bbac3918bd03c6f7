using System.Globalization;
using System.Text.Json.Nodes;

namespace Wuying.LoadTester.Tests.Invariants;

/// <summary>What recorded events say, and how they are made to say something else.</summary>
internal static class ToldEvents
{
    public static long Sequence(this JsonObject told) => told["sequence"]!.GetValue<long>();

    public static string Kind(this JsonObject told) => told["kind"]!.GetValue<string>();

    /// <summary>What it happened to.</summary>
    public static string Subject(this JsonObject told) => $"{told["subject"]} {told["subjectId"]}";

    /// <summary>True when it happened to a computer.</summary>
    public static bool IsOf(this JsonObject told, string computer) => told["subjectId"]!.GetValue<string>() == computer;

    public static DateTimeOffset At(this JsonObject told) => DateTimeOffset.Parse(told["at"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    /// <summary>Something that the event tells; null when it does not.</summary>
    public static string? Text(this JsonObject told, params string[] path) => path.Aggregate((JsonNode?)told, (node, name) => node?[name])?.ToString();

    /// <summary>Lets it have happened at another time.</summary>
    public static JsonObject MovedTo(this JsonObject told, DateTimeOffset at)
    {
        told["at"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return told;
    }

    /// <summary>Lets it tell something else.</summary>
    public static JsonObject With(this JsonObject told, JsonNode? value, params string[] path)
    {
        var owner = path.SkipLast(1).Aggregate((JsonNode)told, (node, name) => node[name]!);
        owner[path[^1]] = value;
        return told;
    }

    /// <summary>Lets it be of another kind.</summary>
    public static JsonObject As(this JsonObject told, string kind) => told.With(kind, "kind");
}
