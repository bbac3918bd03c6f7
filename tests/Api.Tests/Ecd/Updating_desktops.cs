using System.Net;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Ecd;

public sealed class Updating_desktops : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Tasks_are_the_versions_on_offer()
    {
        var answer = await _api.Admin.AskAsync("DescribeFotaTasks", Here);

        Assert.Equal("success", answer.GetProperty("Code").GetString());
        Assert.Equal(
            $$"""{"TaskUid":"{{EcdFleet.TaskUid}}","AppVersion":"2.7.0-R-20231020.101500","PublishTime":"2023-10-24T10:00:00Z","Size":568533470,"Status":"Pending","ReleaseNote":"Fixes","PendingCustomImageCount":1,"PendingDesktopCount":4}""",
            Assert.Single(answer.GetProperty("FotaTasks").EnumerateArray()).GetRawText());
        Assert.Matches("^aot-[0-9a-z]{17}$", EcdFleet.TaskUid);
    }

    [Theory]
    [InlineData("zh", "修复")]
    [InlineData("zh-CN", "修复")]
    [InlineData("en", "Fixes")]
    public async Task Tasks_speak_the_language_that_is_asked_for(string language, string note) => Assert.Equal(
        note, (await _api.Admin.AskAsync("DescribeFotaTasks", Here, ("Lang", language))).GetProperty("FotaTasks")[0].GetProperty("ReleaseNote").GetString());

    [Fact]
    public async Task Tasks_are_narrowed_by_id_and_by_push()
    {
        Assert.Equal((1, 0), (await CountAsync(("TaskUid.1", EcdFleet.TaskUid)), await CountAsync(("TaskUid.1", "aot-other"))));
        Assert.Equal((1, 0), (await CountAsync(("UserStatus", "Pending")), await CountAsync(("UserStatus", "Running"))));

        async Task<int> CountAsync((string, string) filter) => (await _api.Admin.AskAsync("DescribeFotaTasks", Here, filter)).GetProperty("FotaTasks").GetArrayLength();
    }

    [Fact]
    public async Task A_version_has_another_task_in_another_region() => Assert.NotEqual(
        EcdFleet.TaskUid,
        (await _api.Admin.AskAsync("DescribeFotaTasks", ("RegionId", EcdFleet.Elsewhere))).GetProperty("FotaTasks")[0].GetProperty("TaskUid").GetString());

    [Fact]
    public async Task A_task_is_pushed_and_no_longer()
    {
        await _api.Admin.AskAsync("UpdateFotaTask", Here, ("TaskUid", EcdFleet.TaskUid), ("UserStatus", "Running"));
        Assert.Equal("Running", await StatusAsync());
        await _api.Admin.AskAsync("UpdateFotaTask", Here, ("TaskUid", EcdFleet.TaskUid));
        Assert.Equal("Running", await StatusAsync());
        await _api.Admin.AskAsync("UpdateFotaTask", Here, ("TaskUid", EcdFleet.TaskUid), ("UserStatus", "Pending"));
        Assert.Equal("Pending", await StatusAsync());

        async Task<string?> StatusAsync() => (await _api.Admin.AskAsync("DescribeFotaTasks", Here)).GetProperty("FotaTasks")[0].GetProperty("Status").GetString();
    }

    [Theory]
    [InlineData("Running")]
    [InlineData("Pending")]
    public async Task A_task_cannot_be_switched_while_everything_is_pushed_by_itself(string status)
    {
        await _api.Admin.AskAsync("ModifyFotaAutoPush", Here, ("AutoPush", "true"));
        Assert.True((await _api.Admin.AskAsync("DescribeFotaAutoPush", Here)).GetProperty("AutoPush").GetBoolean());

        var reply = await _api.Admin.CallAsync("UpdateFotaTask", Here, ("TaskUid", EcdFleet.TaskUid), ("UserStatus", status));

        Assert.Equal((HttpStatusCode.BadRequest, "UnsupportedOperation"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_task_that_is_none_is_not_found()
    {
        Assert.Equal((HttpStatusCode.NotFound, "InvalidTaskUid.NotFound"), Of(await _api.Admin.CallAsync("UpdateFotaTask", Here, ("TaskUid", "aot-x"))));
        Assert.Equal((HttpStatusCode.NotFound, "InvalidTaskUid.NotFound"), Of(await _api.Admin.CallAsync("DescribeFotaPendingDesktops", Here, ("TaskUid", "aot-x"))));
    }

    [Fact]
    public async Task Pending_desktops_are_those_below_the_version()
    {
        var answer = await _api.Admin.AskAsync("DescribeFotaPendingDesktops", Here, ("TaskUid", EcdFleet.TaskUid), ("DesktopId", EcdFleet.Used));

        Assert.Equal(("200", "Succeeded"), (answer.GetProperty("Code").GetString(), answer.GetProperty("Message").GetString()));
        Assert.Equal(
            """{"DesktopId":"ecd-3","DesktopName":"desk-3","CurrentAppVersion":"2.6.0-R-20230912.183045","OfficeSiteId":"cn-hangzhou+dir-1","Status":2,"Sessions":[{"EndUserId":"alice"}]}""",
            Assert.Single(answer.GetProperty("FotaPendingDesktops").EnumerateArray()).GetRawText());
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { CurrentVersion = new(EcdFleet.New) });
        Assert.Equal(["ecd-2", "ecd-3", "ecd-5"], await ListAsync());
        Assert.Equal(["ecd-2"], await ListAsync(("DesktopName", "desk-2")));
        Assert.Equal(["ecd-5"], await ListAsync(("OfficeSiteId", "cn-hangzhou+dir-2")));

        async Task<IEnumerable<string?>> ListAsync(params (string, string)[] filters) =>
            (await _api.Admin.AskAsync("DescribeFotaPendingDesktops", [Here, .. filters])).GetProperty("FotaPendingDesktops").EnumerateArray().Select(desktop => desktop.GetProperty("DesktopId").GetString());
    }

    [Fact]
    public async Task An_approved_update_begins_with_a_snapshot_and_can_be_approved_again_without_effect()
    {
        for (var time = 0; time < 2; time++)
        {
            var answer = await _api.Admin.AskAsync("ApproveFotaUpdate", Here, ("DesktopId", EcdFleet.Free), ("AppVersion", EcdFleet.New));
            Assert.Single(answer.EnumerateObject());
        }

        var update = EcdFleet.Find(_api.Fleet, EcdFleet.Free).PendingUpdate!;
        Assert.Equal((UpdateMethod.Immediate, UpdateSnapshot.Creating, $"{EcdFleet.Free}-u2", "operator"), (update.Method, update.Snapshot, update.UpdateId.Value, update.RequestedBy));
    }

    [Theory]
    [InlineData(CloudComputerStatus.Stopped, false, "Stopped, Disconnected")]
    [InlineData(CloudComputerStatus.Running, true, "Running, Connected")]
    [InlineData(CloudComputerStatus.Updating, false, "Running, Disconnected, Updating")]
    [InlineData(CloudComputerStatus.Restoring, false, "Rebuilding, Disconnected")]
    [InlineData(CloudComputerStatus.Faulted, false, "Running, Disconnected, FotaFailed")]
    public async Task A_desktop_that_cannot_be_updated_now_says_what_it_is_doing(CloudComputerStatus status, bool isConnected, string state)
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with
        {
            Status = status,
            Session = isConnected ? new(new("alice"), FakeFleet.Now) : null,
            Operation = status is CloudComputerStatus.Updating
                ? new MachineOperation { Id = "ecd-1-o1", Kind = MachineOperationKind.Updating, StartedAt = FakeFleet.Now }
                : null,
        });

        var reply = await _api.Admin.CallAsync("ApproveFotaUpdate", Here, ("DesktopId", EcdFleet.Free), ("AppVersion", EcdFleet.New));

        Assert.Equal((HttpStatusCode.BadRequest, "IncorrectDesktopStatus"), Of(reply));
        Assert.StartsWith($"The current status of the desktop does not support this operation: {state}.", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ecd-9", EcdFleet.New, HttpStatusCode.NotFound, "InvalidDesktopId.NotFound")]
    [InlineData("e/d", EcdFleet.New, HttpStatusCode.NotFound, "InvalidDesktopId.NotFound")]
    [InlineData(EcdFleet.FarAway, EcdFleet.New, HttpStatusCode.NotFound, "InvalidDesktopId.NotFound")]
    [InlineData(EcdFleet.Free, "9.9.9-R-20231020.101500", HttpStatusCode.BadRequest, "InvalidAppVersion")]
    [InlineData(EcdFleet.Free, "latest", HttpStatusCode.BadRequest, "InvalidAppVersion")]
    [InlineData(EcdFleet.Free, EcdFleet.Old, HttpStatusCode.BadRequest, "InvalidAppVersion")]
    public async Task What_is_not_there_or_not_newer_is_refused(string desktop, string version, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), Of(await _api.Admin.CallAsync("ApproveFotaUpdate", Here, ("DesktopId", desktop), ("AppVersion", version))));

    [Fact]
    public async Task A_desktop_at_the_version_is_not_updated_to_it_again()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { CurrentVersion = new(EcdFleet.New) });

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidAppVersion"), Of(await _api.Admin.CallAsync("ApproveFotaUpdate", Here, ("DesktopId", EcdFleet.Free), ("AppVersion", EcdFleet.New))));
    }

    [Fact]
    public async Task A_night_is_given_to_each_desktop_for_itself_and_taken_back()
    {
        (string, string)[] desktops = [("DesktopId.1", EcdFleet.Free), ("DesktopId.2", EcdFleet.FarAway), ("DesktopId.3", EcdFleet.Stopped)];
        var created = await _api.Admin.AskAsync("CreateFotaSchedule", [Here, .. desktops, ("AppVersion", EcdFleet.New), ("Date", "2023-10-26"), ("SnapshotLeadHours", "6")]);

        Assert.Equal(
            ["ecd-1 success", "ecd-4 InvalidDesktopId.NotFound", "ecd-2 success"],
            created.GetProperty("ScheduleResults").EnumerateArray().Select(result => $"{result.GetProperty("DesktopId")} {result.GetProperty("Code")}"));
        Assert.Equal(6, EcdFleet.Find(_api.Fleet, EcdFleet.Stopped).PendingUpdate!.SnapshotLeadHours);

        var cancelled = await _api.Admin.AskAsync("CancelFotaSchedule", [Here, .. desktops[..1]]);
        Assert.Equal("success", cancelled.GetProperty("ScheduleResults")[0].GetProperty("Code").GetString());
        Assert.Null(EcdFleet.Find(_api.Fleet, EcdFleet.Free).PendingUpdate);
        var again = await _api.Admin.AskAsync("CancelFotaSchedule", [Here, .. desktops[..1]]);
        Assert.Equal("UnsupportedOperation", again.GetProperty("ScheduleResults")[0].GetProperty("Code").GetString());
    }

    [Theory]
    [InlineData("Date", "2023-10-24", "InvalidDate")]
    [InlineData("Date", "2024-10-24", "InvalidDate")]
    public async Task A_day_that_cannot_be_picked_is_said_for_each(string name, string value, string code)
    {
        var answer = await _api.Admin.AskAsync("CreateFotaSchedule", Here, ("DesktopId.1", EcdFleet.Free), ("AppVersion", EcdFleet.New), (name, value));

        Assert.Equal(code, answer.GetProperty("ScheduleResults")[0].GetProperty("Code").GetString());
    }

    [Theory]
    [InlineData("Date", "26.10.2023")]
    [InlineData("SnapshotLeadHours", "4")]
    public async Task A_schedule_that_cannot_be_read_is_refused_as_a_whole(string name, string value)
    {
        (string Name, string Value)[] sample = [Here, ("DesktopId.1", EcdFleet.Free), ("AppVersion", EcdFleet.New), ("Date", "2023-10-26")];

        Assert.Equal("InvalidParameter", (await _api.Admin.CallAsync("CreateFotaSchedule", [.. sample.Where(pair => pair.Name != name), (name, value)])).Code);
    }

    [Fact]
    public async Task Days_say_whether_they_can_be_picked()
    {
        var days = (await _api.Admin.AskAsync("DescribeFotaQuota", Here)).GetProperty("Days");

        Assert.Equal(31, days.GetArrayLength());
        Assert.Equal("""{"Date":"2023-10-24","Limit":1000,"Reserved":0,"Remaining":1000,"Pickable":false,"Reason":"DateTooSoon"}""", days[0].GetRawText());
        Assert.Equal("""{"Date":"2023-10-25","Limit":1000,"Reserved":0,"Remaining":1000,"Pickable":true}""", days[1].GetRawText());
        Assert.Equal("InvalidParameter", (await _api.Admin.CallAsync("DescribeFotaQuota", Here, ("StartDate", "2023-10-26"), ("EndDate", "2023-10-25"))).Code);
    }

    [Fact]
    public async Task An_image_is_updated_once_at_a_time()
    {
        await _api.Admin.AskAsync("UpdateImageFota", Here, ("ImageId", EcdFleet.Image), ("AppVersion", EcdFleet.New));

        Assert.Equal((HttpStatusCode.BadRequest, "IncorrectImageStatus"), Of(await _api.Admin.CallAsync("UpdateImageFota", Here, ("ImageId", EcdFleet.Image), ("AppVersion", EcdFleet.New))));
        Assert.Equal((HttpStatusCode.NotFound, "InvalidImageId.NotFound"), Of(await _api.Admin.CallAsync("UpdateImageFota", Here, ("ImageId", "m-9"), ("AppVersion", EcdFleet.New))));
        Assert.Equal(EcdFleet.Old, (await _api.Admin.AskAsync("DescribeImages", Here)).GetProperty("Images")[0].GetProperty("AppVersion").GetString());
    }

    private static (HttpStatusCode Status, string? Code) Of(EcdReply reply) => (reply.Status, reply.Code);
}
