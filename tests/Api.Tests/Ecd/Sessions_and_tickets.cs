using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Tests.Access;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Tests.Ecd;

public sealed class Sessions_and_tickets : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Sessions_that_are_and_were_are_told()
    {
        var answer = await _api.Admin.AskAsync("DescribeDesktopSessions", Here);

        Assert.Equal(
            [
                """{"DesktopId":"ecd-3","DesktopName":"desk-3","EndUserId":"alice","OfficeSiteId":"cn-hangzhou+dir-1","SessionStatus":"Connected","SessionStartTime":"2023-10-24T09:00:00Z"}""",
                """{"DesktopId":"ecd-1","DesktopName":"call-0001","EndUserId":"alice","OfficeSiteId":"cn-hangzhou+dir-1","SessionStatus":"Disconnected","SessionStartTime":"2023-10-24T01:00:00Z","SessionEndTime":"2023-10-24T08:00:00Z"}""",
            ],
            answer.GetProperty("Sessions").EnumerateArray().Select(session => session.GetRawText()));
        Assert.Equal(2, answer.GetProperty("TotalCount").GetInt32());
    }

    [Theory]
    [InlineData("SessionStatus", "Connected", 1)]
    [InlineData("SessionStatus", "Disconnected", 1)]
    [InlineData("DesktopId.1", EcdFleet.Free, 1)]
    [InlineData("EndUserId", "bob", 0)]
    [InlineData("EndUserIds.1", "alice", 2)]
    [InlineData("StartTime", "2023-10-24T09:00:00Z", 1)]
    public async Task Sessions_are_narrowed(string filter, string value, int count) =>
        Assert.Equal(count, (await _api.Admin.AskAsync("DescribeDesktopSessions", Here, (filter, value))).GetProperty("Sessions").GetArrayLength());

    [Fact]
    public async Task Users_that_are_named_in_two_ways_must_be_both()
    {
        Assert.Equal(0, (await _api.Admin.AskAsync("DescribeDesktopSessions", Here, ("EndUserId", "alice"), ("EndUserIds.1", "bob"))).GetProperty("TotalCount").GetInt32());
        Assert.Equal(2, (await _api.Admin.AskAsync("DescribeDesktopSessions", Here, ("EndUserId", "alice"), ("EndUserIds.1", "bob"), ("EndUserIds.2", "alice"))).GetProperty("TotalCount").GetInt32());
    }

    [Fact]
    public async Task Sessions_come_in_numbered_pages()
    {
        var second = await _api.Admin.AskAsync("DescribeDesktopSessions", Here, ("PageNumber", "2"), ("PageSize", "1"));

        Assert.Equal(("ecd-1", 2), (Text(second.GetProperty("Sessions")[0], "DesktopId"), second.GetProperty("TotalCount").GetInt32()));
    }

    [Fact]
    public async Task Records_tell_how_long_a_user_was_there()
    {
        var records = (await _api.Admin.AskAsync("DescribeUserConnectionRecords", Here, ("DesktopGroupId", "dg-1"), ("EndUserId", "alice"))).GetProperty("ConnectionRecords");

        Assert.Equal(
            """{"ConnectionRecordId":"1","DesktopId":"ecd-1","DesktopName":"call-0001","ConnectStartTime":"2023-10-24T01:00:00Z","ConnectEndTime":"2023-10-24T08:00:00Z","ConnectDuration":"25200000"}""",
            records[1].GetRawText());
        Assert.False(records[0].TryGetProperty("ConnectEndTime", out _));
    }

    [Fact]
    public async Task Users_are_disconnected_and_sessions_that_are_none_are_named()
    {
        (string, string)[] sessions =
        [
            Here, ("Sessions.1.DesktopId", EcdFleet.Used), ("Sessions.1.EndUserId", "alice"), ("Sessions.2.DesktopId", EcdFleet.Free), ("Sessions.2.EndUserId", "alice"),
            ("Sessions.3.DesktopId", EcdFleet.Used), ("Sessions.3.EndUserId", "bob"), ("Sessions.4.DesktopId", "ecd-9"), ("Sessions.4.EndUserId", "alice"),
        ];
        const string Invalid = """[{"DesktopId":"ecd-1","EndUserId":"alice"},{"DesktopId":"ecd-3","EndUserId":"bob"},{"DesktopId":"ecd-9","EndUserId":"alice"}]""";

        Assert.Equal(Invalid, (await _api.Admin.AskAsync("DisconnectDesktopSessions", [.. sessions, ("PreCheck", "true")])).GetProperty("InvalidSessions").GetRawText());
        Assert.NotNull(EcdFleet.Find(_api.Fleet, EcdFleet.Used).Session);
        Assert.Equal(Invalid, (await _api.Admin.AskAsync("DisconnectDesktopSessions", sessions)).GetProperty("InvalidSessions").GetRawText());
        Assert.Null(EcdFleet.Find(_api.Fleet, EcdFleet.Used).Session);
    }

    [Fact]
    public async Task A_ticket_takes_two_calls_and_lets_its_user_in()
    {
        var begun = await _api.Admin.AskAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free), ("EndUserId", "alice"));
        Assert.Equal(("RUNNING", false), (Text(begun, "TaskStatus"), begun.TryGetProperty("Ticket", out _)));

        var done = await TicketAsync(EcdFleet.Free, Text(begun, "TaskId"));

        Assert.Equal(("FINISHED", Text(begun, "TaskId")), (Text(done, "TaskStatus"), Text(done, "TaskId")));
        var ticket = Text(done, "Ticket")!;
        Assert.NotEmpty(Convert.FromBase64String(ticket));
        Assert.Equal(HttpStatusCode.BadRequest, await ConnectAsync(EcdFleet.Offered, ticket));
        Assert.Equal(HttpStatusCode.BadRequest, await ConnectAsync(EcdFleet.Free, Text(begun, "TaskId")!));
        Assert.Equal(HttpStatusCode.OK, await ConnectAsync(EcdFleet.Free, ticket));
        Assert.Equal("alice", EcdFleet.Find(_api.Fleet, EcdFleet.Free).Session?.UserId.Value);
    }

    [Fact]
    public async Task A_ticket_and_its_task_are_good_for_ten_minutes()
    {
        var clock = new ManualClock();
        await using var api = await EcdApi.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var task = Text(await api.Admin.AskAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free)), "TaskId")!;
        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var ticket = Text(await api.Admin.AskAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free), ("TaskId", task)), "Ticket")!;

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("InvalidTaskId.NotFound", (await api.Admin.CallAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free), ("TaskId", task))).Code);
        clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(HttpStatusCode.OK, await ConnectAsync(EcdFleet.Free, ticket, api));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.BadRequest, await ConnectAsync(EcdFleet.Free, ticket, api));
    }

    [Theory]
    [InlineData(CloudComputerStatus.Starting, "RUNNING", null)]
    [InlineData(CloudComputerStatus.Stopped, "FAILED", "IncorrectDesktopStatus")]
    [InlineData(CloudComputerStatus.Restoring, "FAILED", "IncorrectDesktopStatus")]
    public async Task A_ticket_waits_for_a_desktop_that_comes_and_fails_for_one_that_does_not(CloudComputerStatus status, string task, string? code)
    {
        var begun = await _api.Admin.AskAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free));
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { Status = status });

        var answer = await TicketAsync(EcdFleet.Free, Text(begun, "TaskId"));

        Assert.Equal((task, code), (Text(answer, "TaskStatus"), answer.TryGetProperty("TaskCode", out var failure) ? failure.GetString() : null));
        Assert.False(answer.TryGetProperty("Ticket", out _));
    }

    [Fact]
    public async Task A_task_is_of_one_desktop_and_user()
    {
        var task = Text(await _api.Admin.AskAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free)), "TaskId")!;

        Assert.Equal("InvalidTaskId.NotFound", (await _api.Admin.CallAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Used), ("TaskId", task))).Code);
        Assert.Equal("InvalidTaskId.NotFound", (await _api.Admin.CallAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free), ("TaskId", "made-up"))).Code);
        Assert.Equal((HttpStatusCode.Forbidden, "NoPermission"), (await _api.Admin.CallAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free), ("EndUserId", "bob"))).Refusal);
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { AssignedUserIds = [new("alice"), new("bob")] });
        Assert.Equal("MissingEndUserId", (await _api.Admin.CallAsync("GetConnectionTicket", Here, ("DesktopId", EcdFleet.Free))).Code);
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private Task<JsonElement> TicketAsync(string desktop, string? task) => _api.Admin.AskAsync("GetConnectionTicket", Here, ("DesktopId", desktop), ("TaskId", task!));

    private async Task<HttpStatusCode> ConnectAsync(string desktop, string ticket, EcdApi? api = null) =>
        (await (api ?? _api).Api.SendAsync("POST", $"/api/v1/computers/{desktop}/sessions", JsonSerializer.Serialize(new { ticket }))).Status;
}
