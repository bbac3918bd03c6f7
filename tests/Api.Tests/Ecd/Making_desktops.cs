using System.Net;

namespace Wuying.Api.Tests.Ecd;

public sealed class Making_desktops : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Makes_as_many_as_are_wanted_and_numbers_them()
    {
        var ids = await MakeAsync(
            ("Amount", "3"), ("DesktopAttachment.ImageId", EcdFleet.Image), ("DesktopName", "new"), ("OfficeSiteId", "cn-hangzhou+dir-7"), ("EndUserId.1", "alice"), ("EndUserId.2", "bob"),
            ("Tag.1.Key", "team"), ("Tag.1.Value", "a"));

        Assert.Equal(["new-0001", "new-0002", "new-0003"], ids.Select(id => EcdFleet.Find(_api.Fleet, id).Name));
        var made = EcdFleet.Find(_api.Fleet, ids[0]);
        Assert.Equal(("cn-hangzhou+dir-7", EcdFleet.Old, 2, 1), (made.OfficeNetworkId, made.CurrentVersion.Number, made.AssignedUserIds.Length, made.Tags.Length));
        Assert.Equal("Pending", (await _api.Admin.AskAsync("DescribeDesktops", Here, ("DesktopId.1", ids[0]))).GetProperty("Desktops")[0].GetProperty("DesktopStatus").GetString());
    }

    [Fact]
    public async Task Reads_the_attachment_as_JSON_too() =>
        Assert.Single(await MakeAsync(("DesktopAttachment", """{"ImageId":"m-1","SystemDiskSize":80,"DesktopType":"eds.general.4c8g"}""")));

    [Fact]
    public async Task Leaves_the_name_as_it_is_where_it_should()
    {
        Assert.Equal(["new", "new"], await NamesAsync(("Amount", "2"), ("DesktopName", "new"), ("DesktopNameSuffix", "false")));
        Assert.Equal(["new"], await NamesAsync(("DesktopName", "new")));

        async Task<IEnumerable<string>> NamesAsync(params (string, string)[] of) =>
            (await MakeAsync([("DesktopAttachment.ImageId", EcdFleet.Image), .. of])).Select(id => EcdFleet.Find(_api.Fleet, id).Name);
    }

    [Fact]
    public async Task Gives_every_user_as_many_of_their_own()
    {
        var ids = await MakeAsync(("Amount", "4"), ("DesktopAttachment.ImageId", EcdFleet.Image), ("UserAssignMode", "PER_USER"), ("EndUserId.1", "alice"), ("EndUserId.2", "bob"));

        Assert.Equal(["alice", "bob", "alice", "bob"], ids.Select(id => Assert.Single(EcdFleet.Find(_api.Fleet, id).AssignedUserIds).Value));
    }

    [Theory]
    [InlineData("Amount", "0", "InvalidParameter")]
    [InlineData("Amount", "301", "InvalidParameter")]
    [InlineData("UserAssignMode", "PER_USER", "InvalidParameter")]
    [InlineData("UserAssignMode", "NOBODY", "InvalidParameter")]
    [InlineData("EndUserId.1", "a b", "InvalidParameter")]
    [InlineData("DesktopAttachment.ImageId", "m-9", "InvalidImageId.NotFound")]
    [InlineData("BundleId", "bundle-1", "UnsupportedOperation")]
    [InlineData("Tag.1.Key", "acs:x", "InvalidParameter")]
    public async Task Makes_none_when_something_is_wrong(string name, string value, string code)
    {
        var all = new Dictionary<string, string> { ["DesktopAttachment.ImageId"] = EcdFleet.Image, [name] = value };

        Assert.Equal(code, (await _api.Admin.CallAsync("CreateDesktops", [Here, .. all.Select(pair => (pair.Key, pair.Value))])).Code);
        Assert.Equal(5, _api.Fleet.Computers.Values.Count(computer => computer.Current is not null));
    }

    [Theory]
    [InlineData("""{"ImageId":"m-1" """)]
    [InlineData("""["m-1"]""")]
    [InlineData("""{"ImageId":{"Id":"m-1"}}""")]
    [InlineData("m-1")]
    public async Task Takes_no_attachment_that_cannot_be_read(string attachment) =>
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidParameter"), (await _api.Admin.CallAsync("CreateDesktops", Here, ("DesktopAttachment", attachment))).Refusal);

    private async Task<IReadOnlyList<string>> MakeAsync(params (string, string)[] of) =>
        [.. (await _api.Admin.AskAsync("CreateDesktops", [Here, .. of])).GetProperty("DesktopId").EnumerateArray().Select(id => id.GetString()!)];
}
