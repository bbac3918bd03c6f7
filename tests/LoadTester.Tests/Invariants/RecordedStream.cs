using System.Text.Json;
using System.Text.Json.Nodes;
using Wuying.Harness;
using Wuying.LoadTester.Histories;

namespace Wuying.LoadTester.Tests.Invariants;

/// <summary>A recorded history that can be tampered with. Sequences are spread out, so that there is room for events that never were.</summary>
internal sealed class RecordedStream
{
    private const int Room = 100;

    private readonly JsonObject _head;
    private readonly List<JsonObject> _ledgers;

    private RecordedStream(IEnumerable<JsonObject> lines)
    {
        var all = lines.ToList();
        _head = all[0];
        Events = [.. all.Skip(1).Where(line => line.ContainsKey("sequence"))];
        _ledgers = [.. all.Skip(1).Where(line => !line.ContainsKey("sequence"))];
        Events.ForEach(told => told["sequence"] = told.Sequence() * Room);
        foreach (var told in Notifications.SelectMany(user => user["told"]!.AsArray()))
        {
            told!["sequence"] = told["sequence"]!.GetValue<long>() * Room;
        }
    }

    /// <summary>The events.</summary>
    public List<JsonObject> Events { get; private set; }

    /// <summary>What the ledgers said in the end.</summary>
    public IEnumerable<JsonNode> Places => _ledgers.Select(line => line["places"]).OfType<JsonNode>();

    /// <summary>What users were told in the end.</summary>
    public IEnumerable<JsonNode> Notifications => _ledgers.Select(line => line["notifications"]).OfType<JsonNode>();

    /// <summary>Reads one of the stored streams.</summary>
    public static RecordedStream Load(string name) => new(
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Streams", name)).Select(line => JsonNode.Parse(line)!.AsObject()));

    /// <summary>The first event of a kind that fits.</summary>
    public JsonObject Find(string kind, Func<JsonObject, bool>? fits = null) =>
        Events.First(told => told.Kind() == kind && fits?.Invoke(told) is not false);

    /// <summary>The last event of the same subject before an event.</summary>
    public JsonObject Before(JsonObject told) =>
        Events.Last(earlier => earlier.Subject() == told.Subject() && earlier.Sequence() < told.Sequence());

    /// <summary>The first event of the same subject after an event, of a kind.</summary>
    public JsonObject After(JsonObject told, string kind) =>
        Events.First(later => later.Subject() == told.Subject() && later.Sequence() > told.Sequence() && later.Kind() == kind);

    /// <summary>Tells an event of the same subject right after another one: like some event, of any subject, which leaves this one as it was.</summary>
    public JsonObject Insert(JsonObject after, JsonObject like)
    {
        var told = like.DeepClone().AsObject();
        foreach (var name in new[] { "subject", "subjectId", "regionId", "at" })
        {
            told[name] = after[name]!.DeepClone();
        }

        told["sequence"] = after.Sequence() + 1;
        told["before"] = after["after"]!.DeepClone();
        told["after"] = after["after"]!.DeepClone();
        Events.Insert(Events.IndexOf(after) + 1, told);
        return told;
    }

    /// <summary>Leaves an event out.</summary>
    public void Remove(JsonObject told) => Events.Remove(told);

    /// <summary>Leaves out what happened to a subject after an event.</summary>
    public void CutAfter(JsonObject told) =>
        Events.RemoveAll(later => later.Subject() == told.Subject() && later.Sequence() > told.Sequence());

    /// <summary>Begins with a later event, as if older ones had been removed.</summary>
    public RecordedStream From(int index)
    {
        _head["recording"]!["isWhole"] = false;
        Events = Events[index..];
        return this;
    }

    /// <summary>Leaves the ledgers out, which would notice much of what is planted.</summary>
    public RecordedStream WithoutLedgers()
    {
        _ledgers.Clear();
        return this;
    }

    /// <summary>Lets every event begin where the one before left its subject.</summary>
    public RecordedStream Rechained()
    {
        var last = new Dictionary<string, JsonNode?>();
        foreach (var told in Events)
        {
            if (last.TryGetValue(told.Subject(), out var state))
            {
                told["before"] = state?.DeepClone();
            }

            last[told.Subject()] = told["after"];
        }

        return this;
    }

    /// <summary>Checks it as the command does.</summary>
    public async Task<CheckFigures> CheckAsync(bool allEnded = false)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("stream.ndjson");
        await File.WriteAllLinesAsync(path, Events.Prepend(_head).Concat(_ledgers).Select(line => line.ToJsonString(JsonSerializerOptions.Default)));
        return await new RecordedHistory(new RecordingReader(path), TestTime.Real).CheckAsync(allEnded, CancellationToken.None);
    }
}
