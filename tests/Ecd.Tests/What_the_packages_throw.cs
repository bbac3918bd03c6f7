using Wuying.Harness;

namespace Wuying.Ecd.Tests;

/// <summary>A refusal of every class is the package's own exception, with the code that a program looks at.</summary>
[Collection(nameof(With_all_packages))]
public sealed class What_the_packages_throw(ImportedFleet fleet)
{
    private const string Region = RunningService.Region;

    public static TheoryData<string> Ways => SdkProcess.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Says_what_is_wrong_with_a_call(string way)
    {
        await using var sdk = SdkProcess.Start(fleet.Service.Api.Client.BaseAddress!);
        var client = new SdkClient(sdk, way, await fleet.Service.MakeKeyAsync("administrator"));
        var stopped = (await client.AskAsync("DescribeDesktops", new { RegionId = Region, DesktopStatus = "Stopped", MaxResults = 1 })).GetProperty("Desktops")[0].GetProperty("DesktopId").GetString();
        foreach (var (action, parameters, code, status) in new (string, object, string, int)[]
        {
            ("DescribeDesktops", new { }, "MissingRegionId", 400),
            ("DescribeDesktops", new { RegionId = "mars-1" }, "InvalidRegion.NotFound", 404),
            ("DescribeDesktops", new { RegionId = Region, MaxResults = 1_000 }, "InvalidParameter", 400),
            ("DescribeFotaPendingDesktops", new { RegionId = Region, TaskUid = "aot-0" }, "InvalidTaskUid.NotFound", 404),
            ("ApproveFotaUpdate", new { RegionId = Region, DesktopId = "ecd-0", AppVersion = RunningService.NewVersion }, "InvalidDesktopId.NotFound", 404),
            ("ApproveFotaUpdate", new { RegionId = Region, DesktopId = stopped, AppVersion = RunningService.NewVersion }, "IncorrectDesktopStatus", 400),
            ("ApproveFotaUpdate", new { RegionId = Region, DesktopId = stopped, AppVersion = "0.0.1" }, "InvalidAppVersion", 400),
            ("ResetSnapshot", new { RegionId = Region, SnapshotId = "s-0" }, "InvalidSnapshotId.NotFound", 404),
            ("RebuildDesktops", new { RegionId = Region }, "UnsupportedOperation", 400),
            ("DescribeNothing", new { RegionId = Region }, "InvalidAction.NotFound", 404),
        })
        {
            Is(way, code, status, await client.FailAsync(action, parameters));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Says_what_is_wrong_with_a_key(string way)
    {
        var service = fleet.Service;
        await using var sdk = SdkProcess.Start(service.Api.Client.BaseAddress!);
        var disabled = await service.MakeKeyAsync("viewer");
        await service.SendAsync(HttpMethod.Delete, $"access-keys/{disabled.Id}");
        foreach (var (key, action, code, status) in new (TestKey, string, string, int)[]
        {
            (new("LTAInobody", "secret"), "DescribeDesktops", "InvalidAccessKeyId.NotFound", 404),
            (service.Key with { Secret = "another" }, "DescribeDesktops", "SignatureDoesNotMatch", 400),
            (disabled, "DescribeDesktops", "InvalidAccessKeyId.Inactive", 400),
            (await service.MakeKeyAsync("viewer"), "StartDesktops", "Forbidden.RAM", 403),
            (await service.MakeKeyAsync("administrator", "eu-central-1"), "DescribeDesktops", "Forbidden.RAM", 403),
        })
        {
            Is(way, code, status, await new SdkClient(sdk, way, key).FailAsync(action, new { RegionId = Region, DesktopId = new[] { "ecd-0" } }));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Says_that_somebody_asks_too_often(string way)
    {
        await using var sdk = SdkProcess.Start(fleet.Service.Api.Client.BaseAddress!);
        var client = new SdkClient(sdk, way, await fleet.Service.MakeKeyAsync("viewer"));

        var refused = await client.FailOnceAsync("DescribeRegions", new { RegionId = Region }, attempts: 5_000);

        Is(way, "Throttling.User", 429, refused);
        Assert.Equal(way.StartsWith("openapi-core", StringComparison.Ordinal), refused.RetryAfter > 0);
    }

    private static void Is(string way, string code, int status, SdkError thrown)
    {
        Assert.Equal((way, code, status), (way, thrown.Code, thrown.Status));
        Assert.Equal(
            way switch
            {
                "pop-core GET" or "pop-core POST" => $"{code}Error",
                "openapi-client" => thrown.Name,
                _ => code.StartsWith("Throttling", StringComparison.Ordinal) ? "ThrottlingError" : "ClientError",
            },
            thrown.Name);
    }
}
