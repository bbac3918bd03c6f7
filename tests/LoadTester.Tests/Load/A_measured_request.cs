using System.Net;
using System.Text;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Tests.Load;

public sealed class A_measured_request : IDisposable
{
    private static readonly ServiceRequest Connect = ServiceRequest.Write("connect", HttpMethod.Post, "/computers/ecd-1/sessions", "key-1");
    private static readonly ServiceRequest Schedule = ServiceRequest.Write("schedule", HttpMethod.Post, "/regions/r/updates", "key-2") with { IsForMany = true };

    private readonly StepClock _clock = new();
    private readonly ScriptedService _service = new();
    private readonly HttpClient _http;
    private readonly ServiceClient _client;
    private readonly LoadRecorder _recorder;
    private readonly long _intendedAt;

    public A_measured_request()
    {
        _http = new HttpClient(_service) { BaseAddress = new Uri("http://service"), Timeout = Timeout.InfiniteTimeSpan };
        _client = new ServiceClient(_http, _clock);
        _recorder = new LoadRecorder(_clock);
        _intendedAt = _clock.GetTimestamp();
    }

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task Is_repeated_with_its_key_when_the_service_says_not_now_and_the_wait_counts(HttpStatusCode notNow)
    {
        _service.Answer(notNow, "{}", retryAfter: 2).Answer(HttpStatusCode.OK, "{}");

        var figures = await SendAsync(Connect, TimeSpan.FromSeconds(2));

        Assert.Equal(["key-1", "key-1"], _service.Keys);
        Assert.Equal((1, 0, 1), (figures.Answered, figures.Errors, figures.Repeats));
        Assert.Equal(2_000, figures.Latency.P50, tolerance: 10);
        Assert.Equal([("connect", "done", 1)], figures.Outcomes.Select(each => (each.Operation, each.Outcome, each.Count)));
    }

    [Fact]
    public async Task Is_repeated_while_the_service_is_still_at_it()
    {
        _service.Answer(HttpStatusCode.Conflict, """{"code":"InvalidRequest"}""", retryAfter: 1).Answer(HttpStatusCode.OK, "{}");

        Assert.Equal((0, 1), await SendAsync(Connect, TimeSpan.FromSeconds(1)) is var figures ? (figures.Errors, figures.Repeats) : default);
    }

    [Fact]
    public async Task Is_repeated_until_it_is_known_what_came_of_it_for_each_computer()
    {
        _service
            .Answer(HttpStatusCode.OK, """{"items":[{"computerId":"a","outcome":"rejected","code":"OutcomeUnknown"},{"computerId":"b","outcome":"accepted"}]}""")
            .Answer(HttpStatusCode.OK, """{"items":[{"computerId":"a","outcome":"unchanged"},{"computerId":"b","outcome":"accepted"},{"computerId":"c","outcome":"rejected","code":"DailyQuotaExceeded"}]}""");

        var figures = await SendAsync(Schedule, TimeSpan.FromMilliseconds(250));

        Assert.Equal(["key-2", "key-2"], _service.Keys);
        Assert.Equal(0, figures.Errors);
        Assert.Equal(
            [("accepted", 1L), ("refused: DailyQuotaExceeded", 1L), ("unchanged", 1L)],
            figures.Outcomes.Select(each => (each.Outcome, each.Count)).Order());
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, "ComputerConnected")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "DateTooSoon")]
    public async Task Is_no_error_when_the_rule_book_refuses_it(HttpStatusCode status, string code)
    {
        _service.Answer(status, $$"""{"code":"{{code}}"}""");

        var figures = await SendAsync(Connect);

        Assert.Equal(0, figures.Errors);
        Assert.Equal([$"refused: {code}"], figures.Outcomes.Select(each => each.Outcome));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "{\"detail\":\"out of ideas\"}", "500 {\"detail\":\"out of ideas\"}")]
    [InlineData(HttpStatusCode.NotFound, "{\"code\":\"ComputerNotFound\"}", "404 {\"code\":\"ComputerNotFound\"}")]
    [InlineData(HttpStatusCode.Forbidden, "{\"code\":\"NotEntitled\"}", "403 {\"code\":\"NotEntitled\"}")]
    [InlineData(HttpStatusCode.Conflict, "no json", "409 no json")]
    public async Task Is_an_error_with_its_sample_when_nobody_expects_the_answer(HttpStatusCode status, string body, string sample)
    {
        _service.Answer(status, body);

        var figures = await SendAsync(Connect);

        Assert.Equal(1, figures.Errors);
        Assert.EndsWith(sample, Assert.Single(figures.Samples).Sample);
    }

    [Fact]
    public async Task Is_an_error_when_the_connection_breaks()
    {
        _service.Break("reset by peer");

        Assert.Contains("reset by peer", Assert.Single((await SendAsync(Connect)).Samples).Sample);
    }

    [Fact]
    public async Task Is_given_up_when_the_service_never_can()
    {
        _service.AnswerAlways(HttpStatusCode.ServiceUnavailable, "{}", retryAfter: 5);
        var sending = new MeasuredClient(_client, _recorder).SendAsync(Connect, _intendedAt, CancellationToken.None);
        while (!sending.IsCompleted)
        {
            await Task.WhenAny(sending, PassAsync(TimeSpan.FromSeconds(5)));
        }

        Assert.StartsWith("503", (await sending).Sample);
        Assert.Equal(1, _recorder.ToFigures(0, null).Errors);
    }

    private async Task<LoadFigures> SendAsync(ServiceRequest request, TimeSpan wait = default)
    {
        var sending = new MeasuredClient(_client, _recorder).SendAsync(request, _intendedAt, CancellationToken.None);
        if (wait > TimeSpan.Zero)
        {
            await PassAsync(wait);
        }

        await sending;
        return _recorder.ToFigures(_client.Repeats, pace: null);
    }

    // Each attempt waits for its answer, too; only what is waited for so long is the pause before the next one.
    private async Task PassAsync(TimeSpan pause)
    {
        while (await _clock.NextWaitAsync() != pause)
        {
        }

        _clock.Advance(pause);
    }

    /// <summary>Answers as it is told to.</summary>
    private sealed class ScriptedService : HttpMessageHandler
    {
        private readonly Queue<Func<HttpResponseMessage>> _answers = new();
        private Func<HttpResponseMessage>? _always;

        public List<string> Keys { get; } = [];

        public ScriptedService Answer(HttpStatusCode status, string body, int? retryAfter = null)
        {
            _answers.Enqueue(() => Make(status, body, retryAfter));
            return this;
        }

        public void AnswerAlways(HttpStatusCode status, string body, int? retryAfter) => _always = () => Make(status, body, retryAfter);

        public void Break(string why) => _answers.Enqueue(() => throw new HttpRequestException(why));

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Keys.AddRange(request.Headers.GetValues("Idempotency-Key"));
            return Task.FromResult((_always ?? _answers.Dequeue())());
        }

        private static HttpResponseMessage Make(HttpStatusCode status, string body, int? retryAfter)
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            answer.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
            return answer;
        }
    }
}
