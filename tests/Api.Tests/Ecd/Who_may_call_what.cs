using System.Net;
using Wuying.Api.Access;
using Wuying.Api.Ecd.Protocol;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Ecd;

/// <summary>Every action by every kind of caller: exactly those get through who may.</summary>
public sealed class Who_may_call_what : IAsyncLifetime
{
    private EcdApi _api = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _api = await EcdApi.StartAsync();
        _token = await _api.LogOnAsync();
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Actions_of_administrators_ask_for_the_role_that_they_need()
    {
        var keys = new Dictionary<Role, TestKey>();
        foreach (var role in new[] { Role.Viewer, Role.Operator, Role.Administrator })
        {
            keys[role] = await _api.Api.MakeKeyAsync(role);
        }

        foreach (var action in EcdApi.Actions.Where(action => action.Permission is not null))
        {
            foreach (var (role, key) in keys)
            {
                await FillAsync(action);
                var reply = await new EcdClient(_api.Api, key).CallAsync(action.Name, ActionSamples.Of(action, null));
                var expected = role >= action.Permission!.Value.LeastRole() ? (HttpStatusCode.OK, null) : (HttpStatusCode.Forbidden, "Forbidden.RAM");
                Assert.Equal((action.Name, role, expected), (action.Name, role, (reply.Status, reply.Status is HttpStatusCode.OK ? null : reply.Code)));
            }
        }
    }

    [Fact]
    public void Roles_are_those_of_the_same_routes_of_REST()
    {
        Assert.Equal(
            ["ModifyFotaAutoPush"],
            EcdApi.Actions.Where(action => action.Permission is Permission.ChangeSettings).Select(action => action.Name));
        Assert.All(
            EcdApi.Actions.Where(action => action.Permission is not null),
            action => Assert.Equal(action.Name.StartsWith("Describe", StringComparison.Ordinal) || action.Name.StartsWith("List", StringComparison.Ordinal), action.Permission is Permission.Read));
    }

    [Fact]
    public async Task Nobody_gets_through_without_a_key_that_can_be_used()
    {
        var administrator = await _api.Api.MakeKeyAsync(Role.Administrator);
        var disabled = await _api.Api.MakeKeyAsync(Role.Administrator);
        await _api.Fleet.Access.DisableKeyAsync(disabled.Id, "test");
        await RefreshAsync();
        foreach (var action in EcdApi.Actions.Where(action => action.Permission is not null))
        {
            var sample = ActionSamples.Of(action, null);
            Assert.Equal("MissingAccessKeyId", (await _api.Admin.CallAsync(action.Name, sample)).Code);
            Assert.Equal("InvalidAccessKeyId.NotFound", await CodeAsync(new TestKey("LTAInobody", "x")));
            Assert.Equal("SignatureDoesNotMatch", await CodeAsync(administrator with { Secret = disabled.Secret }));
            Assert.Equal("InvalidAccessKeyId.Inactive", await CodeAsync(disabled));

            async Task<string?> CodeAsync(TestKey key) => (await new EcdClient(_api.Api, key).CallAsync(action.Name, sample)).Code;
        }
    }

    [Fact]
    public async Task A_key_of_other_regions_gets_through_nowhere_else()
    {
        var key = await _api.Api.MakeKeyAsync(Role.Administrator, EcdFleet.Elsewhere);
        var client = new EcdClient(_api.Api, key);
        foreach (var action in EcdApi.Actions.Where(action => action.Permission is not null))
        {
            await FillAsync(action);
            var before = StateOf();

            var reply = await client.CallAsync(action.Name, ActionSamples.Of(action, null));

            Assert.Equal((action.Name, HttpStatusCode.Forbidden, "Forbidden.RAM"), (action.Name, reply.Status, reply.Code));
            Assert.Equal(before, StateOf());
        }

        var regions = (await client.AskAsync("DescribeRegions")).GetProperty("Regions").EnumerateArray().Select(region => region.GetProperty("RegionId").GetString());
        Assert.Equal([EcdFleet.Elsewhere], regions);
        var desktops = await client.AskAsync("DescribeDesktops", ("RegionId", EcdFleet.Elsewhere));
        Assert.Equal(1, desktops.GetProperty("TotalCount").GetInt32());
    }

    [Fact]
    public async Task A_key_of_one_region_copies_no_image_into_another()
    {
        var key = await _api.Api.MakeKeyAsync(Role.Operator, EcdFleet.Here);

        var reply = await new EcdClient(_api.Api, key).CallAsync(
            "CopyImage", ("RegionId", EcdFleet.Here), ("ImageId", EcdFleet.Image), ("DestinationRegionId", EcdFleet.Elsewhere), ("DestinationImageName", "copy1"));

        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden.RAM"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task An_end_user_reaches_their_own_computers_and_no_others()
    {
        var bob = await _api.LogOnAsync("bob");
        foreach (var action in EcdApi.Actions.Where(action => typeof(Wuying.Api.Ecd.Client.ILoggedOnRequest).IsAssignableFrom(action.Request)))
        {
            await EcdFleet.FillAsync(_api.Fleet);
            var before = StateOf();
            var reply = await _api.EndUser.CallAsync(action.Name, ActionSamples.Of(action, bob));

            if (action.Name.StartsWith("Describe", StringComparison.Ordinal))
            {
                Assert.DoesNotContain(EcdFleet.Free, reply.Body.ToString(), StringComparison.Ordinal);
            }
            else
            {
                Assert.Contains(reply.Code, new[] { "InvalidDesktopId.NotFound", "InvalidSnapshotId.NotFound", "InvalidLoginToken" });
            }

            Assert.Equal(before, StateOf());
        }
    }

    [Fact]
    public async Task End_users_need_no_key_and_no_key_makes_an_end_user()
    {
        var key = await _api.Api.MakeKeyAsync(Role.Administrator);
        var signed = new EcdClient(_api.Api, key, EcdVersions.EndUser);

        Assert.Equal(HttpStatusCode.OK, (await _api.EndUser.CallAsync("DescribeGlobalDesktops", ("ClientId", ActionSamples.Client), ("LoginToken", _token))).Status);
        Assert.Equal(HttpStatusCode.OK, (await signed.CallAsync("DescribeGlobalDesktops", ("ClientId", ActionSamples.Client), ("LoginToken", _token))).Status);
        Assert.Equal("MissingLoginToken", (await signed.CallAsync("DescribeGlobalDesktops", ("ClientId", ActionSamples.Client))).Code);
    }

    [Fact]
    public async Task What_is_asked_stands_under_the_name_of_who_asked()
    {
        var key = await _api.Api.MakeKeyAsync(Role.Operator);
        await new EcdClient(_api.Api, key).AskAsync("ApproveFotaUpdate", ("RegionId", EcdFleet.Here), ("DesktopId", EcdFleet.Free), ("AppVersion", EcdFleet.New));
        Assert.Equal(key.Id, EcdFleet.Find(_api.Fleet, EcdFleet.Free).PendingUpdate!.RequestedBy);
    }

    [Fact]
    public async Task The_same_version_is_not_the_other_one()
    {
        var key = await _api.Api.MakeKeyAsync(Role.Administrator);

        Assert.Equal("InvalidAction.NotFound", (await _api.EndUser.CallAsync("DeleteDesktops", ("RegionId", EcdFleet.Here), ("DesktopId.1", EcdFleet.Free))).Code);
        Assert.Equal("InvalidAction.NotFound", (await new EcdClient(_api.Api, key).CallAsync("GetLoginToken")).Code);
        Assert.Equal("MissingAccessKeyId", (await new EcdClient(_api.Api, version: "2014-05-26").CallAsync("DescribeRegions")).Code);
        Assert.Equal("InvalidVersion", (await new EcdClient(_api.Api, key, "2014-05-26").CallAsync("DescribeRegions")).Code);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task A_page_from_elsewhere_sends_no_call_by_somebodys_browser(string site)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/?Action=DeleteDesktops&Version=2020-09-30&RegionId={EcdFleet.Here}&DesktopId.1={EcdFleet.Free}");
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Sec-Fetch-Mode", "navigate");

        using var response = await _api.Api.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.NotEqual(Wuying.Domain.CloudComputers.CloudComputerStatus.Deleted, EcdFleet.Find(_api.Fleet, EcdFleet.Free).Status);
    }

    private async Task FillAsync(EcdAction action)
    {
        await EcdFleet.FillAsync(_api.Fleet);
        if (action.Name is "CancelFotaSchedule")
        {
            EcdFleet.Add(_api.Fleet, EcdFleet.Find(_api.Fleet, EcdFleet.Offered) with { Id = new(EcdFleet.Free) });
        }
    }

    private Task RefreshAsync() => _api.Api.MakeKeyAsync(Role.Viewer);

    private string StateOf() => string.Join('\n', _api.Fleet.Computers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value.Current}{string.Join(',', pair.Value.Current!.Tags)}"))
        + string.Join('\n', _api.Fleet.Images.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value.Current}"))
        + string.Join('\n', _api.Fleet.Regions.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value.Current?.AutomaticPush} {pair.Value.Current?.LatestPush}"));
}
