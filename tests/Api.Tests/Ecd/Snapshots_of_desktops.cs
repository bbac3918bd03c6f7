using System.Net;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Snapshots;

namespace Wuying.Api.Tests.Ecd;

public sealed class Snapshots_of_desktops : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Are_told_with_what_is_known_of_them()
    {
        var answer = await _api.Admin.AskAsync("DescribeSnapshots", Here, ("DesktopId", EcdFleet.Free));

        Assert.Equal(
            """{"SnapshotId":"ecd-1-s1","SnapshotName":"before","SnapshotType":"USER","Status":"ACCOMPLISHED","Progress":"100%","CreationTime":"2023-10-23T10:00:00Z","DesktopId":"ecd-1","DesktopName":"call-0001","DesktopStatus":"Running"}""",
            Assert.Single(answer.GetProperty("Snapshots").EnumerateArray()).GetRawText());
    }

    [Theory]
    [InlineData("DesktopName", "desk-2", EcdFleet.Stopped)]
    [InlineData("SnapshotId", "ecd-2-s1", EcdFleet.Stopped)]
    [InlineData("SnapshotType", "user", EcdFleet.Free, EcdFleet.Stopped)]
    [InlineData("SnapshotType", "ALL", EcdFleet.Free, EcdFleet.Stopped)]
    [InlineData("SnapshotType", "AUTO")]
    [InlineData("SnapshotName", "before", EcdFleet.Free, EcdFleet.Stopped)]
    [InlineData("SnapshotName", "after")]
    [InlineData("StartTime", "2023-10-23T10:00:00Z", EcdFleet.Free, EcdFleet.Stopped)]
    [InlineData("StartTime", "2023-10-23T10:00:01Z")]
    [InlineData("EndTime", "2023-10-23T10:00:00Z", EcdFleet.Free, EcdFleet.Stopped)]
    [InlineData("EndTime", "2023-10-23T09:59:59Z")]
    [InlineData("SourceDiskType", "system", EcdFleet.Free, EcdFleet.Stopped)]
    [InlineData("SnapshotId", "nothing")]
    [InlineData("SnapshotId", "ecd-9-s1")]
    public async Task Are_narrowed(string filter, string value, params string[] owners) => Assert.Equal(owners, await OwnersAsync((filter, value)));

    [Fact]
    public async Task Of_two_desktops_at_once_there_are_none() => Assert.Empty(await OwnersAsync(("DesktopId", EcdFleet.Free), ("SnapshotId", "ecd-2-s1")));

    [Fact]
    public async Task Come_in_pages_that_may_end_within_a_desktop()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { Snapshots = [.. Enumerable.Range(1, 7).Select(At)], NextNumber = 8 });
        var (seen, token) = (new List<string>(), "");
        do
        {
            var page = await _api.Admin.AskAsync("DescribeSnapshots", [Here, ("MaxResults", "3"), .. token.Length == 0 ? Array.Empty<(string, string)>() : [("NextToken", token)]]);
            seen.AddRange(page.GetProperty("Snapshots").EnumerateArray().Select(snapshot => snapshot.GetProperty("SnapshotId").GetString()!));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);

        Assert.Equal(["ecd-1-s1", "ecd-1-s2", "ecd-1-s3", "ecd-1-s4", "ecd-1-s5", "ecd-1-s6", "ecd-1-s7", "ecd-2-s1"], seen);
    }

    [Fact]
    public async Task A_page_goes_on_where_it_was_though_its_last_snapshot_is_gone()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { Snapshots = [.. Enumerable.Range(1, 3).Select(At)], NextNumber = 4 });
        var first = await _api.Admin.AskAsync("DescribeSnapshots", Here, ("MaxResults", "2"));
        await _api.Admin.AskAsync("DeleteSnapshot", Here, ("SnapshotId.1", "ecd-1-s2"));

        var second = await _api.Admin.AskAsync("DescribeSnapshots", Here, ("MaxResults", "2"), ("NextToken", first.GetProperty("NextToken").GetString()!));

        Assert.Contains("ecd-1-s3", second.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_made_is_told_while_it_is_being_made()
    {
        var id = (await _api.Admin.AskAsync("CreateSnapshot", Here, ("DesktopId", EcdFleet.Free), ("SnapshotName", "by_hand"), ("SourceDiskType", "system"))).GetProperty("SnapshotId").GetString()!;

        var snapshot = (await _api.Admin.AskAsync("DescribeSnapshots", Here, ("SnapshotId", id))).GetProperty("Snapshots")[0];

        Assert.Equal(("by_hand", "PROGRESSING", "USER"), (Text(snapshot, "SnapshotName"), Text(snapshot, "Status"), Text(snapshot, "SnapshotType")));
        Assert.False(snapshot.TryGetProperty("Progress", out _));
    }

    [Theory]
    [InlineData("SnapshotName", "auto-backup")]
    [InlineData("SnapshotName", "1st")]
    [InlineData("SnapshotName", "a")]
    [InlineData("SnapshotName", "two words")]
    [InlineData("SourceDiskType", "floppy")]
    public async Task One_with_a_name_or_disk_that_the_product_refuses_is_not_made(string name, string value)
    {
        var all = new Dictionary<string, string> { ["DesktopId"] = EcdFleet.Free, ["SnapshotName"] = "by_hand", ["SourceDiskType"] = "system", [name] = value };

        var reply = await _api.Admin.CallAsync("CreateSnapshot", [Here, .. all.Select(pair => (pair.Key, pair.Value))]);

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidParameter"), reply.Refusal);
        Assert.Contains($"The specified parameter {name} is not valid", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_a_desktop_that_is_busy_is_not_made()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { Status = CloudComputerStatus.Updating });

        var reply = await _api.Admin.CallAsync("CreateSnapshot", Here, ("DesktopId", EcdFleet.Free), ("SnapshotName", "by_hand"), ("SourceDiskType", "data"));

        Assert.Equal((HttpStatusCode.BadRequest, "IncorrectDesktopStatus"), reply.Refusal);
    }

    [Fact]
    public async Task Are_deleted_and_those_that_are_not_there_are_passed_over()
    {
        await _api.Admin.AskAsync("DeleteSnapshot", Here, ("SnapshotId.1", "ecd-1-s1"), ("SnapshotId.2", "ecd-1-s9"), ("SnapshotId.3", "nonsense"));

        Assert.Equal([EcdFleet.Stopped], await OwnersAsync());
    }

    [Theory]
    [InlineData("ecd-2-s9")]
    [InlineData("ecd-9-s1")]
    [InlineData("nonsense")]
    public async Task One_that_is_not_there_restores_nothing(string id) => Assert.Equal(
        (HttpStatusCode.NotFound, "InvalidSnapshotId.NotFound"), (await _api.Admin.CallAsync("ResetSnapshot", Here, ("SnapshotId", id))).Refusal);

    [Fact]
    public async Task One_of_a_running_desktop_restores_it_only_if_it_may_be_stopped_first()
    {
        var refused = await _api.Admin.CallAsync("ResetSnapshot", Here, ("SnapshotId", "ecd-1-s1"));
        Assert.Equal((HttpStatusCode.BadRequest, "IncorrectDesktopStatus"), refused.Refusal);
        Assert.StartsWith("The current status of the desktop does not support this operation: Running, Disconnected.", refused.Message, StringComparison.Ordinal);

        await _api.Admin.AskAsync("ResetSnapshot", Here, ("SnapshotId", "ecd-1-s1"), ("StopDesktop", "true"));
        await _api.Admin.AskAsync("ResetSnapshot", Here, ("SnapshotId", "ecd-2-s1"));

        Assert.Equal(CloudComputerStatus.Stopping, EcdFleet.Find(_api.Fleet, EcdFleet.Free).Status);
        Assert.Equal("Rebuilding", Text((await _api.Admin.AskAsync("DescribeDesktops", Here, ("DesktopId.1", EcdFleet.Stopped))).GetProperty("Desktops")[0], "DesktopStatus"));
    }

    private static Snapshot At(int number) =>
        new(new($"ecd-1-s{number}"), $"s{number}", FakeFleet.Now.AddDays(-1), IsAutomatic: false, new(EcdFleet.Old), CloudComputerStatus.Running);

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private async Task<IEnumerable<string?>> OwnersAsync(params (string, string)[] filters) =>
        (await _api.Admin.AskAsync("DescribeSnapshots", [Here, .. filters])).GetProperty("Snapshots").EnumerateArray().Select(snapshot => Text(snapshot, "DesktopId"));
}
