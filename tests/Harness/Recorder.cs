using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Wuying.Harness;

/// <summary>Hears what one meter measures.</summary>
public sealed class Recorder : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, string> Tags)> _heard = new();

    /// <summary>Begins to listen to the meter of this name that a factory makes, and to no other of the same name.</summary>
    public Recorder(IMeterFactory meters, string name)
    {
        var meter = meters.Create(name);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What an instrument measured so far, in order, with its tags as text: <c>state=running</c>, by name, with a space between.</summary>
    public (double Value, string Tags)[] Of(string instrument) =>
        [.. _heard.Where(heard => heard.Name == instrument).Select(heard => (heard.Value, Text(heard.Tags)))];

    /// <summary>What an observable instrument shows at this moment.</summary>
    public (double Value, string Tags)[] Show(string instrument)
    {
        var before = Of(instrument).Length;
        _listener.RecordObservableInstruments();
        return Of(instrument)[before..];
    }

    public void Dispose() => _listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var texts = new Dictionary<string, string>();
        foreach (var (key, tag) in tags)
        {
            texts.Add(key, $"{tag}");
        }

        _heard.Enqueue((instrument.Name, value, texts));
    }

    private static string Text(Dictionary<string, string> tags) =>
        string.Join(' ', tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
}
