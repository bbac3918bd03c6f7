using System.Text;

namespace Wuying.Harness.EventStreams;

/// <summary>Reads Server-Sent Events as browsers do: what was cut off before its empty line never was.</summary>
public sealed class EventStreamParser
{
    private readonly List<byte> _line = [];
    private string? _id;
    private string? _kind;
    private string? _data;

    /// <summary>The id to come back with; an id without data counts too.</summary>
    public string? LastEventId { get; private set; }

    /// <summary>The comments so far.</summary>
    public int Comments { get; private set; }

    /// <summary>What the stream said about coming back.</summary>
    public string? Retry { get; private set; }

    /// <summary>Reads the next bytes.</summary>
    /// <returns>The events that they complete.</returns>
    public List<StreamedEvent> Read(ReadOnlySpan<byte> bytes)
    {
        var events = new List<StreamedEvent>();
        foreach (var value in bytes)
        {
            if (value is not (byte)'\n')
            {
                _line.Add(value);
                continue;
            }

            Take(Encoding.UTF8.GetString([.. _line]), events);
            _line.Clear();
        }

        return events;
    }

    private void Take(string line, List<StreamedEvent> events)
    {
        switch (line.Split(": ", 2))
        {
            case [""]:
                Dispatch(events);
                break;
            case ["", _]:
                Comments++;
                break;
            case ["id", var id]:
                _id = id;
                break;
            case ["event", var kind]:
                _kind = kind;
                break;
            case ["data", var data] when _data is null:
                _data = data;
                break;
            case ["retry", var retry]:
                Retry = retry;
                break;
            default:
                throw new FormatException($"No line of an event stream of this service: '{line}'");
        }
    }

    private void Dispatch(List<StreamedEvent> events)
    {
        LastEventId = _id ?? LastEventId;
        if (_data is not null)
        {
            events.Add(new StreamedEvent(_id, _kind, _data));
        }

        (_id, _kind, _data) = (null, null, null);
    }
}
