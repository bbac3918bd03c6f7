using System.Net;
using System.Net.Http.Headers;

namespace Wuying.LoadTester.Service;

/// <summary>Speaks HTTP with the service. What it cannot answer at the moment it is asked again, with the same key (R32).</summary>
/// <param name="http">The connections.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class ServiceClient(HttpClient http, TimeProvider clock)
{
    /// <summary>What stands before every path.</summary>
    public const string BasePath = "/api/v1";

    /// <summary>How long a request is repeated: longer than a silo takes to be missed and replaced.</summary>
    private static readonly TimeSpan RepeatMax = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan RepeatDelayMin = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RepeatDelayMax = TimeSpan.FromSeconds(5);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private long _repeats;

    /// <summary>The connections, for what is streamed.</summary>
    public HttpClient Http => http;

    /// <summary>How many answers said "not now", and were asked for again.</summary>
    public long Repeats => Interlocked.Read(ref _repeats);

    /// <summary>Sends a request, as often as it takes.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="isUnsettled">Says of a success that it is none yet.</param>
    public async Task<ServiceAnswer> SendAsync(
        ServiceRequest request, CancellationToken cancellationToken, Func<ServiceAnswer, bool>? isUnsettled = null)
    {
        var startedAt = clock.GetTimestamp();
        for (var repeats = 0; ; repeats++)
        {
            var answer = await SendOnceAsync(request, cancellationToken) with { Repeats = repeats };
            var isNotNow = answer.IsNotNow || (answer.IsSuccess && isUnsettled?.Invoke(answer) is true);
            if (!isNotNow || clock.GetElapsedTime(startedAt) > RepeatMax)
            {
                return answer;
            }

            Interlocked.Increment(ref _repeats);
            await Task.Delay(DelayBefore(repeats, answer), clock, cancellationToken);
        }
    }

    private static TimeSpan DelayBefore(int repeats, ServiceAnswer answer)
    {
        var delay = answer.RetryAfter ?? RepeatDelayMin * Math.Pow(2, Math.Min(repeats, 10));
        return delay < RepeatDelayMax ? delay : RepeatDelayMax;
    }

    private async Task<ServiceAnswer> SendOnceAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, BasePath + request.Path);
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body) { Headers = { ContentType = Json } };
        }

        if (request.Key is { } key)
        {
            message.Headers.Add("Idempotency-Key", key);
        }

        using var patience = new CancellationTokenSource(request.Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var answer = await http.SendAsync(message, either.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(either.Token);
            return new ServiceAnswer(answer.StatusCode, body) { RetryAfter = answer.Headers.RetryAfter?.Delta };
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new ServiceAnswer(default(HttpStatusCode), ReadOnlyMemory<byte>.Empty) { Failure = InWords(exception) };
        }
    }

    private static string InWords(Exception exception) => exception switch
    {
        OperationCanceledException => "No answer came in time.",
        { InnerException: { } inner } => $"{exception.Message} {inner.Message}",
        _ => exception.Message,
    };
}
