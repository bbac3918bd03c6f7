using System.Net;
using System.Text.Json;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Tests.Ecd;

public sealed class Asking_for_desktops : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Tells_what_the_fleet_knows_and_nothing_else()
    {
        var desktop = (await _api.Admin.AskAsync("DescribeDesktops", Here, ("DesktopId.1", EcdFleet.Used), ("QueryFotaUpdate", "true"))).GetProperty("Desktops")[0];

        Assert.Equal(
            """{"DesktopId":"ecd-3","DesktopName":"desk-3","DesktopStatus":"Running","ConnectionStatus":"Connected","ManagementFlag":"NoFlag","ManagementFlags":[],"ImageId":"m-1","OfficeSiteId":"cn-hangzhou+dir-1","DirectoryId":"cn-hangzhou+dir-1","EndUserIds":["alice"],"Sessions":[{"EndUserId":"alice","EstablishmentTime":"2023-10-24T09:00Z"}],"Tags":[],"FotaUpdate":{"CurrentAppVersion":"2.6.0-R-20230912.183045","NewAppVersion":"2.7.0-R-20231020.101500","ReleaseNote":"修复","ReleaseNoteEn":"Fixes","ReleaseNoteJp":"修正","Size":568533470}}""",
            desktop.GetRawText());
    }

    [Fact]
    public async Task Says_that_nothing_is_on_offer_by_an_empty_version()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { CurrentVersion = new(EcdFleet.New) });

        var desktop = (await _api.Admin.AskAsync("DescribeDesktops", Here, ("DesktopId.1", EcdFleet.Free), ("QueryFotaUpdate", "true"))).GetProperty("Desktops")[0];
        var info = (await _api.Admin.AskAsync("DescribeDesktopInfo", Here, ("DesktopId.1", EcdFleet.Free))).GetProperty("Desktops")[0];

        Assert.Equal("""{"CurrentAppVersion":"2.7.0-R-20231020.101500","NewAppVersion":""}""", desktop.GetProperty("FotaUpdate").GetRawText());
        Assert.False(info.TryGetProperty("NewAppVersion", out _));
    }

    [Fact]
    public async Task Tells_versions_only_when_asked() =>
        Assert.False((await _api.Admin.AskAsync("DescribeDesktops", Here)).GetProperty("Desktops")[0].TryGetProperty("FotaUpdate", out _));

    [Theory]
    [InlineData(CloudComputerStatus.Creating, "Pending", "NoFlag", "Pending", "Pending")]
    [InlineData(CloudComputerStatus.Running, "Running", "NoFlag", "Running", "Running")]
    [InlineData(CloudComputerStatus.Stopped, "Stopped", "NoFlag", "Stopped", "Stopped")]
    [InlineData(CloudComputerStatus.Starting, "Starting", "NoFlag", "Starting", "Starting")]
    [InlineData(CloudComputerStatus.Stopping, "Stopping", "NoFlag", "Stopping", "Stopping")]
    [InlineData(CloudComputerStatus.Restarting, "Starting", "NoFlag", "Starting", "Starting")]
    [InlineData(CloudComputerStatus.Updating, "Running", "Updating", "Running", "FotaUpdating")]
    [InlineData(CloudComputerStatus.Restoring, "Rebuilding", "NoFlag", "Rebuilding", "Rebuilding")]
    [InlineData(CloudComputerStatus.Faulted, "Running", "FotaFailed", "Failed", "Failed")]
    [InlineData(CloudComputerStatus.Expired, "Expired", "NoFlag", "Expired", "Unavailable")]
    public async Task Says_what_a_desktop_is_doing(CloudComputerStatus status, string listed, string flag, string detailed, string resource)
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Running(EcdFleet.Free) with { Status = status });

        var desktop = (await _api.Admin.AskAsync("DescribeDesktops", Here, ("DesktopId.1", EcdFleet.Free))).GetProperty("Desktops")[0];
        var info = (await _api.Admin.AskAsync("DescribeDesktopInfo", Here, ("DesktopId.1", EcdFleet.Free))).GetProperty("Desktops")[0];
        var owned = (await _api.EndUser.AskAsync(
            "DescribeUserResources", ("ClientId", ActionSamples.Client), ("LoginToken", await _api.LogOnAsync()), ("ResourceIds.1", EcdFleet.Free))).GetProperty("Resources")[0];

        string[] flags = flag is "NoFlag" ? [] : [flag];
        Assert.Equal((listed, flag), (Text(desktop, "DesktopStatus"), Text(desktop, "ManagementFlag")));
        Assert.Equal(flags, desktop.GetProperty("ManagementFlags").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal((detailed, resource), (Text(info, "DesktopStatus"), Text(owned, "ResourceStatus")));
    }

    [Theory]
    [InlineData("", "ecd-1 ecd-2 ecd-3 ecd-5")]
    [InlineData("DesktopId.1=ecd-3&DesktopId.7=ecd-1&DesktopId.9=ecd-4", "ecd-1 ecd-3")]
    [InlineData("DesktopName=desk-2", "ecd-2")]
    [InlineData("DesktopName=desk", "")]
    [InlineData("DesktopStatus=Stopped", "ecd-2")]
    [InlineData("DesktopStatusList.1=Stopped&DesktopStatusList.2=Running", "ecd-1 ecd-2 ecd-3 ecd-5")]
    [InlineData("DesktopStatus=Deleted", "")]
    [InlineData("OfficeSiteId=cn-hangzhou%2Bdir-2", "ecd-5")]
    [InlineData("DirectoryId=cn-hangzhou%2Bdir-2", "ecd-5")]
    [InlineData("ImageId.1=m-1", "ecd-1 ecd-2 ecd-3 ecd-5")]
    [InlineData("ImageId.1=m-2", "")]
    [InlineData("EndUserId.1=bob", "ecd-2")]
    [InlineData("EndUserId.1=bob&EndUserId.2=alice", "ecd-1 ecd-2 ecd-3 ecd-5")]
    [InlineData("ExcludedEndUserId.1=alice", "ecd-2")]
    [InlineData("ManagementFlag=Updating", "")]
    [InlineData("ManagementFlag=NoFlag&DesktopStatus=Stopped", "ecd-2")]
    [InlineData("Tag.1.Key=team", "ecd-1")]
    [InlineData("Tag.1.Key=team&Tag.1.Value=a", "ecd-1")]
    [InlineData("Tag.1.Key=team&Tag.1.Value=b", "")]
    [InlineData("Tag.1.Key=team&Tag.2.Key=floor", "")]
    public async Task Narrows_by_every_filter(string filter, string expected)
    {
        var parameters = filter.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => (pair.Split('=')[0], Uri.UnescapeDataString(pair.Split('=')[1])));
        var answer = await _api.Admin.AskAsync("DescribeDesktops", [Here, .. parameters]);

        Assert.Equal(expected, string.Join(' ', IdsOf(answer)));
        Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, answer.GetProperty("TotalCount").GetInt32());
    }

    [Theory]
    [InlineData("DesktopStatus", "Sleeping", "one of Deleted, Expired, Pending, Rebuilding, Running, Starting, Stopped, Stopping.")]
    [InlineData("DesktopId", "ecd-1", "it is a list: DesktopId.1, DesktopId.2 and so on.")]
    [InlineData("DesktopName.1", "x", "it is one value, not a list.")]
    [InlineData("MaxResults", "0", "a number from 1 to 100.")]
    [InlineData("MaxResults", "101", "a number from 1 to 100.")]
    [InlineData("MaxResults", "ten", "a number.")]
    [InlineData("MaxResults", "1.5", "a number.")]
    [InlineData("PageNumber", "-1", "a number from 1 to 1000000.")]
    [InlineData("NextToken", "!", "it is none that was given out here; begin again without one.")]
    [InlineData("QueryFotaUpdate", "yes", "true or false.")]
    [InlineData("ManagementFlag", "Sleeping", "one of NoFlag, Updating, Migrating.")]
    [InlineData("DesktopId.1", "", "it is empty.")]
    public async Task Names_what_is_wrong(string name, string value, string why)
    {
        var reply = await _api.Admin.CallAsync("DescribeDesktops", Here, (name, value));

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidParameter"), (reply.Status, reply.Code));
        Assert.EndsWith($"is not valid: {why}", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_hundred_ids_and_no_more()
    {
        (string, string)[] Ids(int count) => [Here, .. Enumerable.Range(1, count).Select(number => ($"DesktopId.{number}", $"ecd-{number}"))];

        Assert.Equal(HttpStatusCode.OK, (await _api.Admin.CallAsync("DescribeDesktops", Ids(100))).Status);
        Assert.Equal("InvalidParameter", (await _api.Admin.CallAsync("DescribeDesktops", Ids(101))).Code);
    }

    [Fact]
    public async Task Pages_by_token()
    {
        AddMany(25);
        var (seen, token, calls) = (new List<string>(), "", 0);
        do
        {
            var page = await _api.Admin.AskAsync("DescribeDesktops", token.Length == 0 ? [Here] : [Here, ("NextToken", token)]);
            Assert.Equal(29, page.GetProperty("TotalCount").GetInt32());
            Assert.False(page.TryGetProperty("PageNumber", out _));
            seen.AddRange(IdsOf(page));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString()! : "";
            calls++;
        }
        while (token.Length > 0);

        Assert.Equal((29, 29, 3), (seen.Count, seen.Distinct().Count(), calls));
    }

    [Fact]
    public async Task Pages_by_number()
    {
        AddMany(25);
        var third = await _api.Admin.AskAsync("DescribeDesktops", Here, ("PageNumber", "3"));
        var second = await _api.Admin.AskAsync("DescribeDesktops", Here, ("PageNumber", "2"), ("PageSize", "20"));
        var behind = await _api.Admin.AskAsync("DescribeDesktops", Here, ("PageNumber", "9"), ("PageSize", "20"));

        Assert.Equal((9, 3, 10, 29), (IdsOf(third).Count(), Number(third, "PageNumber"), Number(third, "PageSize"), Number(third, "TotalCount")));
        Assert.Equal((9, 2, 20), (IdsOf(second).Count(), Number(second, "PageNumber"), Number(second, "PageSize")));
        Assert.Empty(IdsOf(behind));
        Assert.False(third.TryGetProperty("NextToken", out _));
    }

    private void AddMany(int count)
    {
        foreach (var number in Enumerable.Range(10, count))
        {
            EcdFleet.Add(_api.Fleet, EcdFleet.Running($"ecd-{number}"));
        }
    }

    private static IEnumerable<string> IdsOf(JsonElement answer) => answer.GetProperty("Desktops").EnumerateArray().Select(desktop => desktop.GetProperty("DesktopId").GetString()!);

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
