using System.Net;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Contracts.EndUsers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Http;

public sealed class R8_End_users_over_http : IAsyncLifetime
{
    private const string Versions = "/api/v1/regions/cn-hangzhou/versions";
    private const string Accept = "/api/v1/users/alice/computers/ecd-1/accept-update";
    private const string Decline = "/api/v1/users/alice/computers/ecd-1/decline-update";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
        await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", """{"automaticPush":false}""");
        await _api.SendAsync("POST", Versions, $$$"""{"version":"{{{Samples.NewerVersion}}}","packageSizeBytes":5,"releaseNotes":{"en":"a","zh":"b"}}""");
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task R6_Are_shown_what_is_pushed_to_named_computers_each_with_its_own_answer()
    {
        var (status, body, _) = await _api.SendAsync("POST", $"{Versions}/latest/start-push", """{"computerIds":["ecd-1","ecd-9"]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["accepted", "rejected"], body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("outcome").GetString()));
        Assert.Equal("offered", (await PendingAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task R7_Are_shown_no_longer_what_is_stopped_unless_everything_is_pushed_by_itself()
    {
        await PushAsync();
        await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", """{"automaticPush":true}""");
        A_problem.Is(HttpStatusCode.Conflict, "AutomaticPushEnabled", await _api.SendAsync("POST", $"{Versions}/latest/stop-push"));

        await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", """{"automaticPush":false}""");
        var (status, _, _) = await _api.SendAsync("POST", $"{Versions}/latest/stop-push", """{"computerIds":["ecd-1"]}""");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(JsonValueKind.Null, (await PendingAsync()).ValueKind);
        A_problem.Is(HttpStatusCode.Conflict, "NotOffered", await _api.SendAsync("POST", Accept, """{"when":"now"}"""));
    }

    [Fact]
    public async Task R9_Accept_for_later_and_choose_what_the_computer_does_then()
    {
        await PushAsync();

        var (status, body, _) = await _api.SendAsync("POST", Accept, """{"when":"in4Hours","stateAfterwards":"stopped"}""");

        Assert.Equal(HttpStatusCode.OK, status);
        var pending = body.GetProperty("pendingUpdate");
        Assert.Equal(("scheduled", "offered", "alice", "2023-10-24T14:00:00Z", "stopped"), (
            pending.GetProperty("state").GetString(),
            pending.GetProperty("method").GetString(),
            pending.GetProperty("acceptedBy").GetString(),
            pending.GetProperty("startsAt").GetString(),
            pending.GetProperty("stateAfterwards").GetString()));
    }

    [Fact]
    public async Task R9_Accept_for_now_and_are_told_when_it_ends()
    {
        await PushAsync();
        await _api.SendAsync("POST", Accept, """{"when":"now"}""");

        var refused = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/sessions", """{"userId":"alice"}""");

        A_problem.Is(HttpStatusCode.Conflict, "UpdateInProgress", refused);
        Assert.Contains("2023-10-24T10:19:00Z", refused.Body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decline_and_declining_twice_is_success()
    {
        await PushAsync();

        Assert.Equal(HttpStatusCode.OK, (await _api.SendAsync("POST", Decline)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.SendAsync("POST", Decline)).Status);
        Assert.Equal(JsonValueKind.Null, (await PendingAsync()).ValueKind);
    }

    [Fact]
    public async Task Decide_about_their_own_computers_only()
    {
        await PushAsync();

        A_problem.Is(HttpStatusCode.Forbidden, "NotEntitled", await _api.SendAsync("POST", "/api/v1/users/eve/computers/ecd-1/accept-update", """{"when":"now"}"""));
        A_problem.Is(HttpStatusCode.Forbidden, "NotEntitled", await _api.SendAsync("POST", "/api/v1/users/eve/computers/ecd-1/decline-update"));
        A_problem.Is(HttpStatusCode.NotFound, "ComputerNotFound", await _api.SendAsync("POST", "/api/v1/users/alice/computers/ecd-9/decline-update"));
        A_problem.Is(HttpStatusCode.BadRequest, "InvalidRequest", await _api.SendAsync("POST", Accept, """{"when":"tomorrow"}"""));
    }

    [Fact]
    public async Task R10_Read_what_they_were_told_with_times_and_precautions()
    {
        Tell("alice", seenThrough: 7, (7, NotificationKind.Offer), (9, NotificationKind.Scheduled));

        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/users/alice/log-on");

        Assert.Equal(HttpStatusCode.OK, status);
        var (scheduled, offer) = (body.GetProperty("notifications")[0], body.GetProperty("notifications")[1]);
        Assert.Equal(("9", "scheduled", true, 3), (
            scheduled.GetProperty("notificationId").GetString(),
            scheduled.GetProperty("kind").GetString(),
            scheduled.GetProperty("isNew").GetBoolean(),
            scheduled.GetProperty("precautions").GetArrayLength()));
        Assert.Equal(
            "call-0001 will be updated to 2.7.0-R-20231020.101500 at 2023-10-26 00:00 or later, until 2023-10-26 05:00.",
            scheduled.GetProperty("text").GetProperty("en").GetString());
        Assert.False(offer.GetProperty("isNew").GetBoolean());
        Assert.Equal("ecd-1", body.GetProperty("computers")[0].GetProperty("computerId").GetString());
    }

    [Fact]
    public async Task Page_through_their_notifications()
    {
        Tell("alice", seenThrough: 0, (7, NotificationKind.Offer), (9, NotificationKind.Cancelled));

        var first = (await _api.SendAsync("GET", "/api/v1/users/alice/notifications?limit=1")).Body;
        var second = (await _api.SendAsync("GET", $"/api/v1/users/alice/notifications?limit=1&cursor={first.GetProperty("nextCursor").GetString()}")).Body;

        Assert.Equal(("9", "7"), (IdIn(first), IdIn(second)));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
    }

    [Fact]
    public async Task Whom_nobody_knows_are_not_found()
    {
        A_problem.Is(HttpStatusCode.NotFound, "UserNotFound", await _api.SendAsync("POST", "/api/v1/users/nobody/log-on"));
        A_problem.Is(HttpStatusCode.NotFound, "UserNotFound", await _api.SendAsync("GET", "/api/v1/users/nobody/notifications"));
    }

    [Fact]
    public async Task R26_Get_a_computer_back_from_a_snapshot_that_is_named()
    {
        var snapshot = new Wuying.Domain.Snapshots.Snapshot(
            new("ecd-1-s1"), "before", FakeFleet.Now, IsAutomatic: true, new ImageVersion(Samples.OlderVersion), CloudComputerStatus.Running);
        _api.Fleet.Computers["ecd-1"].Current = Samples.Computer() with { Snapshots = [snapshot] };

        A_problem.Is(HttpStatusCode.Conflict, "ComputerNotStopped", await _api.SendAsync("POST", "/api/v1/computers/ecd-1/snapshots/ecd-1-s1/restore"));
        A_problem.Is(HttpStatusCode.NotFound, "SnapshotNotFound", await _api.SendAsync("POST", "/api/v1/computers/ecd-1/snapshots/ecd-1-s9/restore"));

        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/snapshots/ecd-1-s1/restore", """{"stopFirst":true}""");
        Assert.Equal((HttpStatusCode.Accepted, "stopping"), (status, body.GetProperty("status").GetString()));
    }

    private Task PushAsync() => _api.SendAsync("POST", $"{Versions}/latest/start-push", """{"computerIds":["ecd-1"]}""");

    private async Task<JsonElement> PendingAsync() => (await _api.SendAsync("GET", "/api/v1/computers/ecd-1")).Body.GetProperty("pendingUpdate");

    private void Tell(string user, long seenThrough, params (long Sequence, NotificationKind Kind)[] told) =>
        _api.Fleet.Users[user] = new FakeEndUser(_api.Fleet, new UserId(user))
        {
            SeenThrough = seenThrough,
            Told = [.. told.Reverse().Select(one => new RecordedNotification(one.Sequence, About(one.Kind)))],
        };

    private static Notification About(NotificationKind kind) => new()
    {
        Kind = kind,
        At = FakeFleet.Now,
        ComputerId = new CloudComputerId("ecd-1"),
        ComputerName = "call-0001",
        RegionId = new("cn-hangzhou"),
        UpdateId = new UpdateId("ecd-1-u1"),
        Version = new ImageVersion(Samples.NewerVersion),
        StartsAt = DateTimeOffset.Parse("2023-10-25T16:00:00Z", null),
        EndsAt = DateTimeOffset.Parse("2023-10-25T21:00:00Z", null),
    };

    private static string? IdIn(JsonElement page) => page.GetProperty("items")[0].GetProperty("notificationId").GetString();
}
