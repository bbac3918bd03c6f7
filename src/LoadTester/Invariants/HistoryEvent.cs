using System.Text.Json;

namespace Wuying.LoadTester.Invariants;

/// <summary>One event as <c>GET /api/v1/events</c> gives it: who asked, when, what, from what to what.</summary>
/// <param name="Sequence">Its place in the order of commits.</param>
/// <param name="At">When, by the service's clock.</param>
/// <param name="RegionId">Where.</param>
/// <param name="Subject">What it happened to: <c>computer</c>, <c>image</c> or <c>region</c>.</param>
/// <param name="SubjectId">The subject's id.</param>
/// <param name="Kind">What happened, e.g. <c>updateStarted</c>.</param>
/// <param name="RequestedBy">Who asked; <c>system</c> for what falls due by itself.</param>
/// <param name="Data">The facts.</param>
/// <param name="Before">The subject in brief before; null when it was new.</param>
/// <param name="After">The subject in brief after.</param>
public sealed record HistoryEvent(
    long Sequence,
    DateTimeOffset At,
    string RegionId,
    string Subject,
    string SubjectId,
    string Kind,
    string RequestedBy,
    JsonElement Data,
    JsonElement? Before,
    JsonElement? After)
{
    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public static HistoryEvent Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, HistoryJsonContext.Default.HistoryEvent) ?? throw new JsonException("An event is an object.");

    /// <summary>Reads an event that was read as JSON already.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public static HistoryEvent Of(JsonElement json) =>
        json.Deserialize(HistoryJsonContext.Default.HistoryEvent) ?? throw new JsonException("An event is an object.");
}
