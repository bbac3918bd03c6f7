using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Tests.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Ecd;

public sealed class A_client_of_an_end_user : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Logs_on_with_a_password_and_is_told_its_session()
    {
        var answer = await LogOnAsync(_api, EcdApi.Password, ("OfficeSiteId", "cn-hangzhou+dir-1"));

        Assert.Equal(("alice", "", "cn-hangzhou+dir-1"), (Text(answer.Body, "EndUserId"), Text(answer.Body, "NextStage"), Text(answer.Body, "OfficeSiteId")));
        await _api.EndUser.AskAsync("DescribeUserResources", Client, ("LoginToken", Text(answer.Body, "LoginToken")), ("SessionId", Text(answer.Body, "SessionId")));
    }

    [Fact]
    public async Task Is_not_told_whether_the_user_or_the_password_is_wrong()
    {
        var wrong = await LogOnAsync(_api, "guess");
        var nobody = await _api.EndUser.CallAsync("GetLoginToken", Here, Client, ("EndUserId", "mallory"), ("Password", "guess"));

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidPassword"), wrong.Refusal);
        Assert.Equal((wrong.Refusal, wrong.Message), (nobody.Refusal, nobody.Message));
    }

    [Fact]
    public async Task Is_put_off_after_too_many_attempts_though_the_last_be_right()
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await LogOnAsync(_api, "guess");
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, "Throttling.User"), (await LogOnAsync(_api, EcdApi.Password)).Refusal);
    }

    [Theory]
    [InlineData("MFABind")]
    [InlineData("TokenVerify")]
    [InlineData("adpassword")]
    public async Task Knows_no_other_stage(string stage) =>
        Assert.Equal("UnsupportedOperation", (await LogOnAsync(_api, EcdApi.Password, ("CurrentStage", stage))).Code);

    [Fact]
    public async Task Stays_logged_on_for_eight_hours_and_longer_if_it_refreshes()
    {
        var clock = new ManualClock();
        await using var api = await EcdApi.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var first = await api.LogOnAsync();
        clock.Advance(TimeSpan.FromHours(7));
        var second = Text(await api.EndUser.AskAsync("RefreshLoginToken", Here, Client, ("EndUserId", "alice"), ("LoginToken", first)), "LoginToken");
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("InvalidLoginToken", (await api.EndUser.CallAsync("DescribeGlobalDesktops", Client, ("LoginToken", first))).Code);
        Assert.Equal("InvalidLoginToken", (await api.EndUser.CallAsync("RefreshLoginToken", Here, Client, ("EndUserId", "alice"), ("LoginToken", first))).Code);
        await api.EndUser.AskAsync("DescribeGlobalDesktops", Client, ("LoginToken", second));
        Assert.Equal("InvalidLoginToken", (await api.EndUser.CallAsync("RefreshLoginToken", Here, Client, ("EndUserId", "bob"), ("LoginToken", second))).Code);
    }

    [Fact]
    public async Task Sees_the_users_own_desktops_with_what_is_offered()
    {
        var desktops = (await AskAsync("DescribeGlobalDesktops", ("QueryFotaUpdate", "true"), ("DesktopId.1", EcdFleet.Offered), ("DesktopId.2", EcdFleet.Stopped))).GetProperty("Desktops");

        Assert.Equal(
            """{"DesktopId":"ecd-5","DesktopName":"desk-5","DesktopStatus":"Running","ConnectionStatus":"Disconnected","ManagementFlags":[],"RegionId":"cn-hangzhou","LocalName":"China (Hangzhou)","OfficeSiteId":"cn-hangzhou+dir-2","DirectoryId":"cn-hangzhou+dir-2","ImageId":"m-1","EndUserId":"alice","EndUserIds":["alice"],"Sessions":[],"FotaUpdate":{"CurrentAppVersion":"2.6.0-R-20230912.183045","NewAppVersion":"2.7.0-R-20231020.101500","ReleaseNote":"修复","ReleaseNoteEn":"Fixes","ReleaseNoteJp":"修正","Size":"568533470"}}""",
            Assert.Single(desktops.EnumerateArray()).GetRawText());
    }

    [Fact]
    public async Task Sees_resources_of_all_regions_and_which_have_something_on_offer()
    {
        var answer = await AskAsync("DescribeUserResources", ("QueryFotaUpdate", "true"));

        Assert.Equal(
            ["ecd-1 Running Disconnected False", "ecd-3 Running Connected False", "ecd-4 Running Disconnected False", "ecd-5 Running Disconnected True"],
            answer.GetProperty("Resources").EnumerateArray().Select(resource =>
                $"{Text(resource, "ResourceId")} {Text(resource, "ResourceStatus")} {Text(resource, "ResourceSessionStatus")} {resource.GetProperty("HasUpgrade").GetBoolean()}"));
        Assert.Equal("", Text(answer.GetProperty("Resources")[0].GetProperty("FotaUpdate"), "NewAppVersion"));
        Assert.Equal(4, answer.GetProperty("TotalCount").GetInt32());
    }

    [Theory]
    [InlineData("ResourceIds.1", EcdFleet.Free, 1)]
    [InlineData("ResourceIds.1", EcdFleet.Stopped, 0)]
    [InlineData("ResourceName", "desk-3", 1)]
    [InlineData("SearchRegionId", EcdFleet.Elsewhere, 1)]
    [InlineData("OfficeSiteIds.1", "cn-hangzhou+dir-2", 1)]
    [InlineData("ResourceTypes.1", "Desktop", 4)]
    [InlineData("ResourceTypes.1", "App", 0)]
    [InlineData("ProductTypes.1", "CloudApp", 0)]
    public async Task Narrows_resources(string filter, string value, int count) =>
        Assert.Equal(count, (await AskAsync("DescribeUserResources", (filter, value))).GetProperty("Resources").GetArrayLength());

    [Fact]
    public async Task Pages_through_resources()
    {
        var first = await AskAsync("DescribeUserResources", ("MaxResults", "3"));
        var second = await AskAsync("DescribeUserResources", ("MaxResults", "3"), ("NextToken", Text(first, "NextToken")));

        Assert.Equal(EcdFleet.Offered, Text(Assert.Single(second.GetProperty("Resources").EnumerateArray()), "ResourceId"));
        Assert.False(second.TryGetProperty("NextToken", out _));
    }

    [Theory]
    [InlineData(null, StateAfterwards.AsBefore)]
    [InlineData("Running", StateAfterwards.Running)]
    [InlineData("stopped", StateAfterwards.Stopped)]
    public async Task Accepts_what_is_offered_and_says_what_comes_after(string? target, StateAfterwards afterwards)
    {
        await AskAsync("ApproveFotaUpdate", [Here, ("DesktopId", EcdFleet.Offered), ("AppVersion", EcdFleet.New), .. target is null ? Array.Empty<(string, string)>() : [("TargetStatus", target)]]);

        Assert.Equal(afterwards, EcdFleet.Find(_api.Fleet, EcdFleet.Offered).PendingUpdate!.StateAfterwards);
        Assert.NotEqual(PendingUpdateState.Offered, EcdFleet.Find(_api.Fleet, EcdFleet.Offered).PendingUpdate!.State);
    }

    [Fact]
    public async Task Need_not_name_the_desktop_if_one_alone_has_the_offer()
    {
        await AskAsync("ApproveFotaUpdate", Here, ("AppVersion", EcdFleet.New));

        Assert.NotEqual(PendingUpdateState.Offered, EcdFleet.Find(_api.Fleet, EcdFleet.Offered).PendingUpdate!.State);
        Assert.Equal("InvalidDesktopId.NotFound", (await CallAsync("ApproveFotaUpdate", Here, ("AppVersion", EcdFleet.Old))).Code);
    }

    [Theory]
    [InlineData(EcdFleet.Offered, EcdFleet.Old, HttpStatusCode.BadRequest, "InvalidAppVersion")]
    [InlineData(EcdFleet.Offered, "latest", HttpStatusCode.BadRequest, "InvalidAppVersion")]
    [InlineData(EcdFleet.Free, EcdFleet.New, HttpStatusCode.BadRequest, "InvalidAppVersion")]
    [InlineData(EcdFleet.Stopped, EcdFleet.New, HttpStatusCode.NotFound, "InvalidDesktopId.NotFound")]
    public async Task Accepts_nothing_that_is_not_offered(string desktop, string version, HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (await CallAsync("ApproveFotaUpdate", Here, ("DesktopId", desktop), ("AppVersion", version))).Refusal);
        Assert.Equal(PendingUpdateState.Offered, EcdFleet.Find(_api.Fleet, EcdFleet.Offered).PendingUpdate!.State);
    }

    [Fact]
    public async Task Shows_a_desktop_that_is_being_updated()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with
        {
            Status = CloudComputerStatus.Updating,
            Operation = new MachineOperation { Id = "ecd-1-o1", Kind = MachineOperationKind.Updating, StartedAt = FakeFleet.Now },
        });

        Assert.Equal("FotaUpdating", Text((await AskAsync("DescribeUserResources", ("ResourceIds.1", EcdFleet.Free))).GetProperty("Resources")[0], "ResourceStatus"));
        Assert.Equal(
            ("Running", "Updating"),
            (Text((await AskAsync("DescribeGlobalDesktops", ("DesktopId.1", EcdFleet.Free))).GetProperty("Desktops")[0], "DesktopStatus"),
                (await AskAsync("DescribeGlobalDesktops", ("DesktopId.1", EcdFleet.Free))).GetProperty("Desktops")[0].GetProperty("ManagementFlags")[0].GetString()));
    }

    [Fact]
    public async Task Restores_a_desktop_only_from_its_own_snapshot()
    {
        Assert.Equal("InvalidSnapshotId.NotFound", (await CallAsync("ResetSnapshot", Here, ("SnapshotId", "ecd-1-s1"), ("DesktopId", EcdFleet.Used), ("StopDesktop", "true"))).Code);
        Assert.Equal("InvalidSnapshotId.NotFound", (await CallAsync("ResetSnapshot", Here, ("SnapshotId", "ecd-2-s1"), ("StopDesktop", "true"))).Code);
        await AskAsync("ResetSnapshot", Here, ("SnapshotId", "ecd-1-s1"), ("DesktopId", EcdFleet.Free), ("StopDesktop", "true"));
        Assert.Equal(CloudComputerStatus.Stopping, EcdFleet.Find(_api.Fleet, EcdFleet.Free).Status);
    }

    [Fact]
    public async Task Stops_none_of_its_desktops_if_one_is_not_its_own()
    {
        Assert.Equal((HttpStatusCode.NotFound, "InvalidDesktopId.NotFound"), (await CallAsync("StopDesktops", Here, ("DesktopId.1", EcdFleet.Free), ("DesktopId.2", EcdFleet.Stopped))).Refusal);
        Assert.Equal(CloudComputerStatus.Running, EcdFleet.Find(_api.Fleet, EcdFleet.Free).Status);
    }

    private static readonly (string Name, string Value) Client = ("ClientId", ActionSamples.Client);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static Task<EcdReply> LogOnAsync(EcdApi api, string password, params (string, string)[] more) =>
        api.EndUser.CallAsync("GetLoginToken", [Here, Client, ("EndUserId", "alice"), ("Password", password), .. more]);

    private async Task<EcdReply> CallAsync(string action, params (string, string)[] parameters) =>
        await _api.EndUser.CallAsync(action, [Client, ("LoginToken", await _api.LogOnAsync()), .. parameters]);

    private async Task<JsonElement> AskAsync(string action, params (string, string)[] parameters)
    {
        var reply = await CallAsync(action, parameters);
        Assert.True(reply.Status is HttpStatusCode.OK, $"{action}: {reply.Body}");
        return reply.Body;
    }
}
