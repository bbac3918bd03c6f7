using System.Text.Json;

namespace Wuying.Ecd.Tests;

/// <summary>A fleet's update from beginning to end, and back, by the product's own packages; only the endpoint is another.</summary>
[Collection(nameof(With_all_packages))]
public sealed class A_script_written_for_the_product(ImportedFleet fleet)
{
    private const string Region = RunningService.Region;
    private const int PageSize = 100;

    public static TheoryData<string> Ways => SdkProcess.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Updates_a_desktop_and_goes_back(string way)
    {
        var service = fleet.Service;
        await using var sdk = SdkProcess.Start(service.Api.Client.BaseAddress!);
        var client = new SdkClient(sdk, way, await service.MakeKeyAsync("administrator"));

        var regions = await client.AskAsync("DescribeRegions", new { RegionId = Region });
        Assert.Contains(regions.GetProperty("Regions").EnumerateArray(), region => region.GetProperty("RegionId").GetString() is Region);

        var task = (await client.AskAsync("DescribeFotaTasks", new { RegionId = Region, Lang = "en" })).GetProperty("FotaTasks")[0];
        Assert.Equal((RunningService.NewVersion, "Bug fixes"), (task.GetProperty("AppVersion").GetString(), task.GetProperty("ReleaseNote").GetString()));
        var pending = (await client.ReadPagesAsync(
            "DescribeFotaPendingDesktops",
            "FotaPendingDesktops",
            new Dictionary<string, object> { ["RegionId"] = Region, ["TaskUid"] = task.GetProperty("TaskUid").GetString()!, ["MaxResults"] = PageSize })).SelectMany(page => page).ToArray();
        Assert.Equal(task.GetProperty("PendingDesktopCount").GetInt32(), pending.Length);
        var chosen = pending.First(desktop => desktop.GetProperty("Status").GetInt32() is 2 && desktop.GetProperty("Sessions").GetArrayLength() == 0);
        var (id, before) = (chosen.GetProperty("DesktopId").GetString()!, chosen.GetProperty("CurrentAppVersion").GetString());

        var snapshot = (await client.AskAsync("CreateSnapshot", new { RegionId = Region, DesktopId = id, SnapshotName = "before-update", SourceDiskType = "system" })).GetProperty("SnapshotId").GetString();
        await service.AdvanceAsync("PT10M");
        var snapshots = (await client.AskAsync("DescribeSnapshots", new { RegionId = Region, SnapshotId = snapshot })).GetProperty("Snapshots");
        Assert.Equal("ACCOMPLISHED", Assert.Single(snapshots.EnumerateArray()).GetProperty("Status").GetString());

        await client.AskAsync("ApproveFotaUpdate", new { RegionId = Region, DesktopId = id, AppVersion = RunningService.NewVersion });
        var seen = await FollowAsync(service, client, id, RunningService.NewVersion);
        Assert.Contains("Updating", seen.SelectMany(desktop => desktop.GetProperty("ManagementFlags").EnumerateArray()).Select(flag => flag.GetString()));

        await client.AskAsync("ResetSnapshot", new { RegionId = Region, SnapshotId = snapshot, StopDesktop = true });
        seen = await FollowAsync(service, client, id, before!);
        Assert.Contains("Rebuilding", seen.Select(desktop => desktop.GetProperty("DesktopStatus").GetString()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Pages_through_a_fleet_and_tags_it(string way)
    {
        var service = fleet.Service;
        await using var sdk = SdkProcess.Start(service.Api.Client.BaseAddress!);
        var client = new SdkClient(sdk, way, await service.MakeKeyAsync("administrator"));
        var ids = new List<string>();
        foreach (var region in ImportedFleet.Regions)
        {
            var pages = await client.ReadPagesAsync("DescribeDesktops", "Desktops", new Dictionary<string, object> { ["RegionId"] = region, ["MaxResults"] = PageSize });
            Assert.All(pages, page => Assert.Equal(PageSize, page.Count));
            ids.AddRange(pages.SelectMany(page => page).Select(desktop => desktop.GetProperty("DesktopId").GetString()!));
        }

        Assert.Equal((1_200, 1_200), (ids.Count, ids.Distinct(StringComparer.Ordinal).Count()));

        string[] two = [ids[7], ids[123]];
        var tags = new[] { new { Key = "wave", Value = $"1 & 2, 第一: {way}" }, new { Key = "~!*'()", Value = "" } };
        await client.AskAsync("TagResources", new { RegionId = Region, ResourceType = "ALIYUN::GWS::INSTANCE", ResourceId = two, Tag = tags });
        Assert.Equal(two.Order(StringComparer.Ordinal), (await FindAsync(client, tags[..1])).Order(StringComparer.Ordinal));
        var told = await client.AskAsync("ListTagResources", new { RegionId = Region, ResourceType = "ALIYUN::GWS::INSTANCE", ResourceId = two[..1], Tag = tags });
        Assert.Empty(tags.Select(tag => (tag.Key, tag.Value)).Except(
            told.GetProperty("TagResources").EnumerateArray().Select(tag => (tag.GetProperty("TagKey").GetString()!, tag.GetProperty("TagValue").GetString()!))));

        await client.AskAsync("UntagResources", new { RegionId = Region, ResourceType = "ALIYUN::GWS::INSTANCE", ResourceId = two[..1], TagKey = new[] { "wave" } });
        Assert.Equal(two[1..], await FindAsync(client, tags[..1]));
    }

    private static async Task<IEnumerable<string>> FindAsync(SdkClient client, object tags)
    {
        var found = await client.AskAsync("DescribeDesktops", new { RegionId = Region, Tag = tags, MaxResults = PageSize });
        return found.GetProperty("Desktops").EnumerateArray().Select(desktop => desktop.GetProperty("DesktopId").GetString()!);
    }

    // Looks at the desktop a minute at a time until nothing is done to it any more.
    private static async Task<IReadOnlyList<JsonElement>> FollowAsync(RunningService service, SdkClient client, string id, string version)
    {
        var seen = new List<JsonElement>();
        for (var minute = 0; minute < 60; minute++)
        {
            await service.AdvanceAsync("PT1M");
            var desktop = (await client.AskAsync("DescribeDesktops", new { RegionId = Region, DesktopId = new[] { id }, QueryFotaUpdate = true })).GetProperty("Desktops")[0];
            seen.Add(desktop);
            if (desktop.GetProperty("FotaUpdate").GetProperty("CurrentAppVersion").GetString() == version
                && desktop.GetProperty("ManagementFlags").GetArrayLength() == 0
                && desktop.GetProperty("DesktopStatus").GetString() is "Running" or "Stopped")
            {
                return seen;
            }
        }

        Assert.Fail($"{id} is not at {version} after an hour: {seen[^1]}");
        return seen;
    }
}
