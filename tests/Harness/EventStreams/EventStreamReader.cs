using System.Net.Http.Headers;

namespace Wuying.Harness.EventStreams;

/// <summary>One connection to <c>/events/stream</c>. Disposing of it cuts the connection, wherever it is.</summary>
public sealed class EventStreamReader : IDisposable
{
    private const int BufferBytes = 16 * 1024;

    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly byte[] _buffer = new byte[BufferBytes];

    private EventStreamReader(HttpResponseMessage response, Stream body) => (_response, _body) = (response, body);

    /// <summary>What it has understood so far.</summary>
    public EventStreamParser Parser { get; } = new();

    /// <summary>The answer's headers.</summary>
    public HttpResponseMessage Response => _response;

    /// <summary>Connects; returns with the answer's first bytes at the latest.</summary>
    /// <param name="client">To whom.</param>
    /// <param name="lastEventId">The id to go on after.</param>
    /// <param name="query">E.g. <c>?after=0</c>.</param>
    public static async Task<EventStreamReader> ConnectAsync(HttpClient client, string? lastEventId = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events/stream" + query);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventStreamReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>Reads on, so many bytes at most.</summary>
    /// <returns>The events completed; null at the stream's end.</returns>
    public async Task<List<StreamedEvent>?> ReadAsync(int bytesMax = BufferBytes)
    {
        var read = await _body.ReadAsync(_buffer.AsMemory(0, Math.Min(bytesMax, BufferBytes)));
        return read == 0 ? null : Parser.Read(_buffer.AsSpan(0, read));
    }

    /// <summary>The whole answer as text, when it is no stream.</summary>
    public Task<string> ReadTextAsync() => new StreamReader(_body).ReadToEndAsync();

    /// <summary>Reads until there are so many events.</summary>
    public async Task<List<StreamedEvent>> ReadEventsAsync(int count)
    {
        var events = new List<StreamedEvent>();
        while (events.Count < count)
        {
            events.AddRange(await ReadAsync() ?? throw new EndOfStreamException($"The stream ended after {events.Count} events of {count}."));
        }

        return events;
    }

    /// <summary>Reads until so many comments have come.</summary>
    public async Task ReadCommentsAsync(int count)
    {
        while (Parser.Comments < count)
        {
            _ = await ReadAsync() ?? throw new EndOfStreamException($"The stream ended after {Parser.Comments} comments.");
        }
    }

    public void Dispose()
    {
        _body.Dispose();
        _response.Dispose();
    }
}
