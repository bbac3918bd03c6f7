using System.Net;
using Wuying.Domain.Images;

namespace Wuying.Api.Tests.Ecd;

public sealed class Images_of_a_region : IAsyncLifetime
{
    private static readonly (string Name, string Value) Here = ("RegionId", EcdFleet.Here);

    private EcdApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await EcdApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Are_told_with_what_is_known_of_them()
    {
        await _api.Admin.AskAsync("ModifyImageAttribute", Here, ("ImageId", EcdFleet.Image), ("Name", "golden"), ("Description", "For the lab"));

        Assert.Equal(
            """{"ImageId":"m-1","Name":"golden","Description":"For the lab","ImageType":"CUSTOM","Status":"Available","AppVersion":"2.6.0-R-20230912.183045","SharedCount":1}""",
            Assert.Single((await _api.Admin.AskAsync("DescribeImages", Here)).GetProperty("Images").EnumerateArray()).GetRawText());
    }

    [Theory]
    [InlineData("ImageId.1", EcdFleet.Image, 1)]
    [InlineData("ImageId.1", "m-2", 0)]
    [InlineData("ImageName", "golden", 1)]
    [InlineData("ImageName", "gold", 0)]
    [InlineData("ImageType", "CUSTOM", 1)]
    [InlineData("ImageType", "SYSTEM", 0)]
    [InlineData("ImageType", "SHARED", 0)]
    [InlineData("ImageStatus", "Available", 1)]
    [InlineData("ImageStatus", "Creating", 0)]
    [InlineData("FotaVersion", EcdFleet.Old, 1)]
    [InlineData("FotaVersion", EcdFleet.New, 0)]
    [InlineData("FotaVersion", "latest", 0)]
    public async Task Are_narrowed(string filter, string value, int count) =>
        Assert.Equal(count, (await _api.Admin.AskAsync("DescribeImages", Here, (filter, value))).GetProperty("Images").GetArrayLength());

    [Fact]
    public async Task Come_in_pages_whatever_they_are_narrowed_by()
    {
        for (var number = 100; number < 350; number++)
        {
            _api.Fleet.Images[$"m-{number}"] = new() { Current = EcdFleet.Custom($"m-{number}") with { Name = number % 10 == 0 ? "tenth" : "other" } };
        }

        Assert.Equal(251, (await IdsAsync("100")).Distinct().Count());
        Assert.Equal(Enumerable.Range(10, 25).Select(number => $"m-{number * 10}"), await IdsAsync("7", ("ImageName", "tenth")));
    }

    [Fact]
    public async Task One_is_made_of_what_a_desktop_or_a_snapshot_has()
    {
        EcdFleet.Add(_api.Fleet, EcdFleet.Find(_api.Fleet, EcdFleet.Free) with { CurrentVersion = new(EcdFleet.New) });

        Assert.Equal(EcdFleet.New, await VersionOfNewAsync(("DesktopId", EcdFleet.Free), ("ImageName", "fresh")));
        Assert.Equal(EcdFleet.Old, await VersionOfNewAsync(("SnapshotId", "ecd-1-s1")));
        Assert.Equal(EcdFleet.Old, await VersionOfNewAsync(("SnapshotIds.1", "ecd-1-s1"), ("DesktopId", EcdFleet.Free)));

        async Task<string?> VersionOfNewAsync(params (string, string)[] of)
        {
            var id = (await _api.Admin.AskAsync("CreateImage", [Here, .. of])).GetProperty("ImageId").GetString()!;
            return (await _api.Admin.AskAsync("DescribeImages", Here, ("ImageId.1", id))).GetProperty("Images")[0].GetProperty("AppVersion").GetString();
        }
    }

    [Theory]
    [InlineData("DesktopId", "ecd-9", "InvalidDesktopId.NotFound")]
    [InlineData("DesktopId", EcdFleet.FarAway, "InvalidDesktopId.NotFound")]
    [InlineData("SnapshotId", "ecd-1-s9", "InvalidSnapshotId.NotFound")]
    [InlineData("ImageName", "fresh", "MissingDesktopId")]
    [InlineData("ImageName", "9", "InvalidParameter")]
    [InlineData("Description", "https://example.com", "InvalidParameter")]
    public async Task None_is_made_of_nothing(string name, string value, string code) =>
        Assert.Equal(code, (await _api.Admin.CallAsync("CreateImage", Here, (name, value))).Code);

    [Fact]
    public async Task One_is_copied_into_another_region_and_shared_with_nobody_there()
    {
        await _api.Admin.AskAsync("ModifyImageAttribute", Here, ("ImageId", EcdFleet.Image), ("Description", "For the lab"));
        var id = (await _api.Admin.AskAsync(
            "CopyImage", Here, ("ImageId", EcdFleet.Image), ("DestinationRegionId", EcdFleet.Elsewhere), ("DestinationImageName", "copy1"))).GetProperty("ImageId").GetString()!;

        var copy = Assert.Single((await _api.Admin.AskAsync("DescribeImages", ("RegionId", EcdFleet.Elsewhere), ("ImageId.1", id))).GetProperty("Images").EnumerateArray());

        Assert.Equal(
            ("copy1", "For the lab", EcdFleet.Old, 0),
            (copy.GetProperty("Name").GetString(), copy.GetProperty("Description").GetString(), copy.GetProperty("AppVersion").GetString(), copy.GetProperty("SharedCount").GetInt32()));
    }

    [Theory]
    [InlineData(EcdFleet.Here, EcdFleet.Image, "InvalidParameter")]
    [InlineData("mars-1", EcdFleet.Image, "InvalidRegion.NotFound")]
    [InlineData(EcdFleet.Elsewhere, "m-9", "InvalidImageId.NotFound")]
    public async Task None_is_copied_to_where_or_from_what_is_not_there(string to, string image, string code) => Assert.Equal(code, (await _api.Admin.CallAsync(
        "CopyImage", Here, ("ImageId", image), ("DestinationRegionId", to), ("DestinationImageName", "copy1"))).Code);

    [Fact]
    public async Task Are_shared_with_accounts_and_no_longer()
    {
        await _api.Admin.AskAsync("ModifyImagePermission", Here, ("ImageId", EcdFleet.Image), ("AddAccount.1", "1003"), ("AddAccount.2", "1002"), ("RemoveAccount.1", "1001"));

        Assert.Equal(["1003", "1002"], await AccountsAsync());
        Assert.Equal("InvalidParameter", (await _api.Admin.CallAsync("ModifyImagePermission", Here, ("ImageId", EcdFleet.Image), ("AddAccount.1", "everybody"))).Code);
    }

    [Fact]
    public async Task Of_the_product_are_not_shared()
    {
        _api.Fleet.Images["m-shared"] = new() { Current = EcdFleet.Custom("m-shared") with { Type = ImageType.Shared } };

        Assert.Equal("UnsupportedOperation", (await _api.Admin.CallAsync("ModifyImagePermission", Here, ("ImageId", "m-shared"), ("AddAccount.1", "1002"))).Code);
    }

    [Fact]
    public async Task Are_deleted_all_or_none()
    {
        _api.Fleet.Images["m-2"] = new() { Current = EcdFleet.Custom("m-2") };
        var refused = await _api.Admin.CallAsync("DeleteImages", Here, ("ImageId.1", "m-2"), ("ImageId.2", "m-9"));
        Assert.Equal((HttpStatusCode.NotFound, "InvalidImageId.NotFound"), refused.Refusal);
        Assert.Equal(2, (await IdsAsync("10")).Count);

        await _api.Admin.AskAsync("DeleteImages", Here, ("ImageId.1", "m-2"), ("ImageId.2", EcdFleet.Image));

        Assert.Empty(await IdsAsync("10"));
        Assert.Equal("InvalidImageId.NotFound", (await _api.Admin.CallAsync("DescribeImagePermission", Here, ("ImageId", EcdFleet.Image))).Code);
        Assert.Equal("InvalidImageId.NotFound", (await _api.Admin.CallAsync("CreateDesktops", Here, ("DesktopAttachment.ImageId", "m-2"))).Code);
    }

    [Fact]
    public async Task R11_While_one_is_being_updated_its_old_version_is_used()
    {
        await _api.Admin.AskAsync("UpdateImageFota", Here, ("ImageId", EcdFleet.Image), ("AppVersion", EcdFleet.New));

        var copied = await _api.Admin.AskAsync("CopyImage", Here, ("ImageId", EcdFleet.Image), ("DestinationRegionId", EcdFleet.Elsewhere), ("DestinationImageName", "copy1"));
        await _api.Admin.AskAsync("ModifyImageAttribute", Here, ("ImageId", EcdFleet.Image), ("Name", "silver"));
        await _api.Admin.AskAsync("ModifyImagePermission", Here, ("ImageId", EcdFleet.Image), ("AddAccount.1", "1002"));
        var made = (await _api.Admin.AskAsync("CreateDesktops", Here, ("DesktopAttachment.ImageId", EcdFleet.Image))).GetProperty("DesktopId")[0].GetString()!;

        var copy = (await _api.Admin.AskAsync("DescribeImages", ("RegionId", EcdFleet.Elsewhere), ("ImageId.1", copied.GetProperty("ImageId").GetString()!))).GetProperty("Images")[0];
        Assert.Equal(EcdFleet.Old, copy.GetProperty("AppVersion").GetString());
        Assert.Equal(EcdFleet.Old, EcdFleet.Find(_api.Fleet, made).CurrentVersion.Number);
        Assert.Equal(["1001", "1002"], await AccountsAsync());
    }

    [Fact]
    public async Task R11_While_one_is_being_updated_it_is_neither_deleted_nor_updated_again()
    {
        await _api.Admin.AskAsync("UpdateImageFota", Here, ("ImageId", EcdFleet.Image), ("AppVersion", EcdFleet.New));

        Assert.Equal("IncorrectImageStatus", (await _api.Admin.CallAsync("DeleteImages", Here, ("ImageId.1", EcdFleet.Image))).Code);
        Assert.Equal("IncorrectImageStatus", (await _api.Admin.CallAsync("UpdateImageFota", Here, ("ImageId", EcdFleet.Image), ("AppVersion", EcdFleet.New))).Code);
    }

    private async Task<IEnumerable<string?>> AccountsAsync() =>
        (await _api.Admin.AskAsync("DescribeImagePermission", Here, ("ImageId", EcdFleet.Image))).GetProperty("AliUids").EnumerateArray().Select(account => account.GetString());

    private async Task<IReadOnlyList<string>> IdsAsync(string size, params (string, string)[] filters)
    {
        var (seen, token) = (new List<string>(), "");
        do
        {
            (string, string)[] from = token.Length == 0 ? [] : [("NextToken", token)];
            var page = await _api.Admin.AskAsync("DescribeImages", [Here, ("MaxResults", size), .. filters, .. from]);
            seen.AddRange(page.GetProperty("Images").EnumerateArray().Select(image => image.GetProperty("ImageId").GetString()!));
            token = page.TryGetProperty("NextToken", out var next) ? next.GetString()! : "";
        }
        while (token.Length > 0);
        return seen;
    }
}
