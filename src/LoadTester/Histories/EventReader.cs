using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Histories;

/// <summary>Reads the events of a running service: as they happen, and page by page.</summary>
/// <param name="client">Asks for them.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class EventReader(ServiceClient client, TimeProvider clock)
{
    private const int PageSize = 1_000;
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);

    /// <summary>How often a stream that was cut was taken up again.</summary>
    public int Reconnects { get; private set; }

    /// <summary>Follows the stream, and takes it up after the last event seen whenever it is cut.</summary>
    /// <param name="after">The last event seen.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<HistoryEvent> FollowAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var stream = StreamAsync(after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await IsThereMoreAsync(stream))
            {
                after = stream.Current.Sequence;
                yield return stream.Current;
            }

            Reconnects++;
            await Task.Delay(ReconnectDelay, clock, cancellationToken);
        }
    }

    /// <summary>Reads on to the newest event there is now.</summary>
    /// <param name="after">The last event seen.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<HistoryEvent> ReadOnAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = PageSize;
        while (count == PageSize)
        {
            count = 0;
            foreach (var told in await ReadPageAsync(after, PageSize, cancellationToken))
            {
                after = told.Sequence;
                count++;
                yield return told;
            }
        }
    }

    /// <summary>One page of events.</summary>
    public async Task<IReadOnlyList<HistoryEvent>> ReadPageAsync(long after, int limit, CancellationToken cancellationToken)
    {
        var request = ServiceRequest.Get("events", string.Create(CultureInfo.InvariantCulture, $"/events?after={after}&limit={limit}"));
        var answer = await client.SendAsync(request, cancellationToken);
        try
        {
            return answer.IsSuccess
                ? answer.Read(EventPageJsonContext.Default.PageViewHistoryEvent).Items
                : throw new ServiceException($"The events cannot be read: {answer.Sample}");
        }
        catch (JsonException unreadable)
        {
            throw new ServiceException($"The events cannot be understood: {answer.Sample}", unreadable);
        }
    }

    private static async Task<bool> IsThereMoreAsync(IAsyncEnumerator<HistoryEvent> stream)
    {
        try
        {
            return await stream.MoveNextAsync();
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<HistoryEvent> StreamAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ServiceClient.BasePath + "/events/stream");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        using var answer = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            yield break;
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        await foreach (var item in SseParser.Create(body, (_, data) => HistoryEvent.Parse(data)).EnumerateAsync(cancellationToken))
        {
            yield return item.Data;
        }
    }
}
