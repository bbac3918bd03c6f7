using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Wuying.Api.Tests.Fakes;
using Wuying.Contracts.Fleet;
using Wuying.Harness.EventStreams;

namespace Wuying.Api.Tests.Http;

public sealed class A_stream_of_events : IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Has_the_lines_of_server_sent_events()
    {
        Append(7);
        var item = (await _api.SendAsync("GET", "/api/v1/events?after=0")).Body.GetProperty("items")[0].GetRawText();
        using var response = await _api.Client.GetAsync("/api/v1/events/stream?after=0", HttpCompletionOption.ResponseHeadersRead);
        var expected = $"retry: 2000\nid: 0\n\nid: 7\nevent: updateStarted\ndata: {item}\n\n";

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var text = new char[expected.Length];
        await reader.ReadBlockAsync(text);

        Assert.Equal(expected, new string(text));
    }

    [Fact]
    public async Task Says_that_nobody_is_to_keep_it()
    {
        using var reader = await ConnectAsync();
        Assert.Equal(HttpStatusCode.OK, reader.Response.StatusCode);
        Assert.Equal("text/event-stream", reader.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-cache", reader.Response.Headers.CacheControl?.ToString());
        Assert.Equal("no", Assert.Single(reader.Response.Headers.GetValues("X-Accel-Buffering")));
    }

    [Fact]
    public async Task Begins_with_what_happens_from_now_on()
    {
        Append(1, 2);
        using var reader = await ConnectAsync();
        Assert.Empty((await reader.ReadAsync())!);
        Assert.Equal(("2000", "2"), (reader.Parser.Retry, reader.Parser.LastEventId));

        Append(3);

        Assert.Equal("3", Assert.Single(await reader.ReadEventsAsync(1)).Id);
    }

    [Theory]
    [InlineData(null, "?after=0", "1,2,4")]
    [InlineData(null, "?after=2", "4")]
    [InlineData("0", "", "1,2,4")]
    [InlineData("1", "", "2,4")]
    [InlineData("2", "?after=0", "4")]
    [InlineData("3", "?after=nonsense", "4")]
    public async Task Goes_on_where_it_is_asked_to_and_the_header_counts_more(string? header, string query, string expected)
    {
        Append(1, 2, 4);
        using var reader = await ConnectAsync(header, query);
        var wanted = expected.Split(',');
        Assert.Equal(wanted, (await reader.ReadEventsAsync(wanted.Length)).Select(streamed => streamed.Id));
    }

    [Theory]
    [InlineData(null, "?after=-1", "after")]
    [InlineData(null, "?after=", "after")]
    [InlineData(null, "?after=99999999999999999999", "after")]
    [InlineData("1.5", "", "Last-Event-ID")]
    [InlineData("x", "?after=1", "Last-Event-ID")]
    [InlineData("-1", "", "Last-Event-ID")]
    public async Task Is_refused_from_a_place_that_is_none(string? header, string query, string field)
    {
        using var reader = await ConnectAsync(header, query);
        Assert.Equal(HttpStatusCode.BadRequest, reader.Response.StatusCode);
        var body = JsonElement.Parse(await reader.ReadTextAsync());
        A_problem.Is(body, reader.Response);
        Assert.Equal([field], body.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Shows_that_it_is_alive_while_there_is_nothing_to_tell()
    {
        await using var api = await TestApi.StartAsync("--Events:HeartbeatInterval", "00:00:07");
        using var reader = await EventStreamReader.ConnectAsync(api.Client);
        for (var heartbeat = 1; heartbeat <= 3; heartbeat++)
        {
            await reader.ReadCommentsAsync(heartbeat - 1);
            Assert.Equal(TimeSpan.FromSeconds(7), await api.Fleet.Queries.Patience.AskedAsync());
            Assert.Equal(heartbeat - 1, reader.Parser.Comments);
            api.Fleet.Queries.Patience.End();
        }

        await reader.ReadCommentsAsync(3);
    }

    [Theory]
    [InlineData("00:00:00.5")]
    [InlineData("00:00:21")]
    public async Task Does_not_start_with_heartbeats_out_of_range(string interval) =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => TestApi.StartAsync("--Events:HeartbeatInterval", interval));

    [Fact]
    public async Task Comes_in_pages_one_after_the_other()
    {
        Append([.. Enumerable.Range(1, 2_345)]);
        using var reader = await ConnectAsync(query: "?after=0");
        Assert.Equal(
            Enumerable.Range(1, 2_345).Select(number => number.ToString(CultureInfo.InvariantCulture)),
            (await reader.ReadEventsAsync(2_345)).Select(streamed => streamed.Id));
    }

    [Fact]
    public async Task Ends_when_the_program_stops()
    {
        using var reader = await ConnectAsync();
        Assert.Empty((await reader.ReadAsync())!);

        await _api.StopAsync().WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Null(await reader.ReadAsync());
    }

    [Fact]
    public async Task Is_described()
    {
        var (_, document, _) = await _api.SendAsync("GET", "/openapi/v1.json");
        var operation = document.GetProperty("paths").GetProperty("/api/v1/events/stream").GetProperty("get");
        Assert.Equal(["text/event-stream"], operation.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Select(type => type.Name));
        Assert.Equal(
            [("after", "query"), ("Last-Event-ID", "header")],
            operation.GetProperty("parameters").EnumerateArray().Select(parameter => (parameter.GetProperty("name").GetString(), parameter.GetProperty("in").GetString())));
    }

    private Task<EventStreamReader> ConnectAsync(string? lastEventId = null, string query = "") =>
        EventStreamReader.ConnectAsync(_api.Client, lastEventId, query);

    private void Append(params int[] sequences)
    {
        _api.Fleet.Queries.Events = _api.Fleet.Queries.Events.AddRange(sequences.Select(EventOf));
        _api.Fleet.Queries.Patience.End();
    }

    private static RecordedEvent EventOf(int sequence) => new(sequence, new FleetEvent
    {
        At = FakeFleet.Now,
        RegionId = "cn-hangzhou",
        Subject = "computer",
        SubjectId = "ecd-1",
        Kind = "updateStarted",
        RequestedBy = "运维",
        Data = """
            {
                "reason": "a line\nand another"
            }
            """,
        After = """{"status":"updating"}""",
    });
}
