using System.Net;

namespace Wuying.Api.Tests.Ecd;

public sealed class Tagging_desktops : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private static readonly (string Name, string Value) Type = ("ResourceType", "ALIYUN::GWS::INSTANCE");

    [Fact]
    public async Task Adds_and_replaces_and_leaves_the_rest()
    {
        await _api.Admin.AskAsync(
            "TagResources", Here, Type, ("ResourceId.1", EcdFleet.Free), ("ResourceId.2", EcdFleet.Stopped),
            ("Tag.1.Key", "team"), ("Tag.1.Value", "b"), ("Tag.2.Key", "floor"));

        Assert.Equal(["ecd-1 floor=", "ecd-1 team=b", "ecd-2 floor=", "ecd-2 team=b"], await ListAsync());
    }

    [Fact]
    public async Task Takes_away_the_keys_that_are_named_or_all()
    {
        await _api.Admin.AskAsync("TagResources", Here, Type, ("ResourceId.1", EcdFleet.Free), ("Tag.1.Key", "floor"), ("Tag.1.Value", "2"), ("Tag.2.Key", "room"));
        await _api.Admin.AskAsync("UntagResources", Here, Type, ("ResourceId.1", EcdFleet.Free), ("TagKey.1", "floor"), ("TagKey.2", "unknown"));
        Assert.Equal(["ecd-1 room=", "ecd-1 team=a"], await ListAsync());

        Assert.Equal("MissingTagKey", (await _api.Admin.CallAsync("UntagResources", Here, Type, ("ResourceId.1", EcdFleet.Free))).Code);
        await _api.Admin.AskAsync("UntagResources", Here, Type, ("ResourceId.1", EcdFleet.Free), ("All", "true"), ("TagKey.1", "room"));
        Assert.Equal(["ecd-1 team=a"], await ListAsync());
        await _api.Admin.AskAsync("UntagResources", Here, Type, ("ResourceId.1", EcdFleet.Free), ("All", "true"));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Is_found_again_by_key_by_value_and_by_desktop_page_for_page()
    {
        foreach (var number in Enumerable.Range(1, 9))
        {
            await _api.Admin.AskAsync("TagResources", Here, Type, ("ResourceId.1", EcdFleet.Used), ("Tag.1.Key", $"k{number}"), ("Tag.1.Value", "v"));
        }

        Assert.Equal(Enumerable.Range(1, 9).Select(number => $"ecd-3 k{number}=v").Prepend("ecd-1 team=a"), await ListAsync(("MaxResults", "4")));
        Assert.Equal(["ecd-1 team=a"], await ListAsync(("Tag.1.Key", "team"), ("Tag.1.Value", "a")));
        Assert.Empty(await ListAsync(("Tag.1.Key", "team"), ("Tag.1.Value", "b")));
        Assert.Equal(["ecd-1 team=a"], await ListAsync(("ResourceId.1", EcdFleet.Free)));
        Assert.Equal(1, (await _api.Admin.AskAsync("DescribeDesktops", Here, ("Tag.1.Key", "team"), ("Tag.1.Value", "a"))).GetProperty("TotalCount").GetInt32());
    }

    [Theory]
    [InlineData("Tag.1.Key", "aliyun-internal")]
    [InlineData("Tag.1.Key", "acs:x")]
    [InlineData("Tag.1.Key", "see http://example.com")]
    [InlineData("ResourceType", "ALIYUN::ECS::INSTANCE")]
    public async Task Takes_no_tag_that_the_product_would_not(string name, string value)
    {
        var all = new Dictionary<string, string> { ["ResourceType"] = Type.Value, ["ResourceId.1"] = EcdFleet.Free, ["Tag.1.Key"] = "floor", [name] = value };

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidParameter"), (await _api.Admin.CallAsync("TagResources", [Here, .. all.Select(pair => (pair.Key, pair.Value))])).Refusal);
    }

    [Fact]
    public async Task Stops_at_twenty()
    {
        await _api.Admin.AskAsync("TagResources", [Here, Type, ("ResourceId.1", EcdFleet.Free), .. Keys(1, 19)]);

        Assert.Equal("InvalidParameter", (await _api.Admin.CallAsync("TagResources", [Here, Type, ("ResourceId.1", EcdFleet.Free), .. Keys(20, 1)])).Code);
        Assert.Equal("InvalidParameter", (await _api.Admin.CallAsync("TagResources", [Here, Type, ("ResourceId.1", EcdFleet.Stopped), .. Keys(1, 21)])).Code);

        static IEnumerable<(string, string)> Keys(int from, int count) => Enumerable.Range(from, count).Select(number => ($"Tag.{number - from + 1}.Key", $"k{number}"));
    }

    [Fact]
    public async Task Changes_nothing_when_one_of_the_desktops_is_not_there()
    {
        var reply = await _api.Admin.CallAsync("TagResources", Here, Type, ("ResourceId.1", EcdFleet.Used), ("ResourceId.2", EcdFleet.FarAway), ("Tag.1.Key", "floor"));

        Assert.Equal((HttpStatusCode.NotFound, "InvalidDesktopId.NotFound"), reply.Refusal);
        Assert.Equal(["ecd-1 team=a"], await ListAsync());
    }

    private async Task<IReadOnlyList<string>> ListAsync(params (string, string)[] filters)
    {
        var (seen, token) = (new List<string>(), "");
        do
        {
            (string, string)[] from = token.Length == 0 ? [] : [("NextToken", token)];
            var page = await _api.Admin.AskAsync("ListTagResources", [Here, Type, .. filters, .. from]);
            seen.AddRange(page.GetProperty("TagResources").EnumerateArray().Select(row =>
                $"{row.GetProperty("ResourceId").GetString()} {row.GetProperty("TagKey").GetString()}={row.GetProperty("TagValue").GetString()}"));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);
        return seen;
    }
}
