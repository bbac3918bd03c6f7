using System.Buffers;
using System.IO.Hashing;
using System.Text.Json;

namespace Wuying.LoadTester.Invariants;

/// <summary>Each event begins where the one before it left its subject: nothing changes without an event.</summary>
/// <param name="findings">Takes what is wrong.</param>
/// <param name="isWhole">True when the history is read from its first event: then nothing was there before.</param>
internal sealed class ContinuityWatch(Findings findings, bool isWhole)
{
    private readonly Dictionary<(string Subject, string Id), (ulong State, long Sequence)> _last = [];
    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    /// <summary>Sees an event.</summary>
    /// <returns>True when its subject was there before its first event that is known.</returns>
    public bool See(Fact fact)
    {
        var subject = (fact.Event.Subject, fact.Id);
        var before = HashOf(fact.Event.Before);
        var isKnown = _last.TryGetValue(subject, out var last);
        _last[subject] = (HashOf(fact.Event.After), fact.Sequence);
        if (isKnown)
        {
            findings.Expect(before == last.State, "continuity", $"{fact.Id} was not what {fact.Kind} tells it to have been: {fact.Event.Before}", last.Sequence);
            return false;
        }

        findings.Expect(!isWhole || before == HashOf(null), "continuity", $"{fact.Id} is told to have been {fact.Event.Before} before its first event, {fact.Kind}");
        return before != HashOf(null);
    }

    // Of the JSON without its spaces, so that a recording may be laid out as one likes.
    private ulong HashOf(JsonElement? state)
    {
        if (state is not { } json)
        {
            return 0;
        }

        _buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_buffer))
        {
            json.WriteTo(writer);
        }

        return XxHash3.HashToUInt64(_buffer.WrittenSpan);
    }
}
