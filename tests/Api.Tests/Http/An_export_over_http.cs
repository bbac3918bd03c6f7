using System.Net;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Http;

public sealed class An_export_over_http : IAsyncLifetime
{
    private const string Export = "/api/v1/fleet/export";
    private static readonly DateTimeOffset Earlier = FakeFleet.Now.AddHours(-9);
    private static readonly ImageVersion Older = new(Samples.OlderVersion);
    private static readonly ImageVersion Newer = new(Samples.NewerVersion);
    private TestApi _api = null!;
    private TestApi _other = null!;

    public async ValueTask InitializeAsync() => (_api, _other) = (await TestApi.StartAsync(), await TestApi.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Is_the_whole_fleet_and_comes_back_the_same_and_the_second_time_changes_nothing()
    {
        await MakeFleetAsync();
        var export = await _api.GetTextAsync(Export);

        var first = await ImportAsync(export);
        Assert.Equal(export, await _other.GetTextAsync(Export), ignoreCase: false);
        Assert.Equal("""{"read":5,"accepted":5,"unchanged":0,"rejected":0}""", first.GetProperty("computers").GetRawText());
        Assert.Equal("""{"read":2,"accepted":2,"unchanged":0,"rejected":0}""", first.GetProperty("images").GetRawText());
        Assert.Equal("""{"read":9,"accepted":9,"unchanged":0,"rejected":0}""", first.GetProperty("regions").GetRawText());
        Assert.Equal(0, first.GetProperty("errorsTotal").GetInt32());

        var second = await ImportAsync(export);
        Assert.Equal((5, 2, 9), (Unchanged(second, "computers"), Unchanged(second, "images"), Unchanged(second, "regions")));
    }

    [Fact]
    public async Task Carries_over_what_the_rules_decide_from()
    {
        await MakeFleetAsync();
        await ImportAsync(await _api.GetTextAsync(Export));

        foreach (var (id, computer) in _api.Fleet.Computers.Where(each => each.Key != "ecd-6"))
        {
            var there = _other.Fleet.Computers[id].Current!;
            Assert.Equal(
                computer.Current! with { AssignedUserIds = [], Snapshots = [], Tags = [], ImportFingerprint = null, PendingUpdate = null },
                there with { AssignedUserIds = [], Snapshots = [], Tags = [], ImportFingerprint = null, PendingUpdate = null });
            Assert.Equal(computer.Current!.Snapshots, there.Snapshots);
            Assert.Equal(computer.Current.Tags, there.Tags);
            Assert.Equal(computer.Current.PendingUpdate is { } update ? update with { Target = null } : null, there.PendingUpdate is { } same ? same with { Target = null } : null);
            Assert.Equal(computer.Current.PendingUpdate?.Target?.Version, there.PendingUpdate?.Target?.Version);
        }
    }

    [Fact]
    public async Task Has_regions_before_images_before_computers_or_only_what_is_asked_for()
    {
        await MakeFleetAsync();

        var kinds = (await LinesAsync("")).Select(KindOf).ToList();
        Assert.Equal(["region", "version", "image", "computer"], kinds.Distinct());
        Assert.Equal(["computer"], (await LinesAsync("?kind=computers")).Select(KindOf).Distinct());
        Assert.Equal(["image"], (await LinesAsync("?kind=images")).Select(KindOf).Distinct());
        Assert.Equal(["region", "version"], (await LinesAsync("?kind=regions&regionId=cn-hangzhou")).Select(KindOf));
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.SendAsync("GET", $"{Export}?kind=x")).Status);
    }

    [Fact]
    public async Task Says_more_of_a_computer_than_its_page_does_and_in_the_same_words()
    {
        await MakeFleetAsync();

        var line = (await LinesAsync("?kind=computers"))[0];
        var page = await _api.GetTextAsync("/api/v1/computers/ecd-1");
        Assert.StartsWith(page[..^1] + ",\"snapshots\":[{", line, StringComparison.Ordinal);
        Assert.DoesNotContain("snapshots", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CloudComputerStatus.Updating, MachineOperationKind.Updating)]
    [InlineData(CloudComputerStatus.Restoring, MachineOperationKind.Restoring)]
    [InlineData(CloudComputerStatus.Creating, MachineOperationKind.Starting)]
    [InlineData(CloudComputerStatus.Running, MachineOperationKind.Snapshotting)]
    public async Task Of_a_machine_at_work_comes_back_the_same_too(CloudComputerStatus status, MachineOperationKind kind)
    {
        await MakeFleetAsync();
        var ready = _api.Fleet.Computers["ecd-1"].Current!;
        var isUpdate = kind is MachineOperationKind.Updating;
        Add(ready with
        {
            Status = status,
            NextNumber = 5,
            PendingUpdate = isUpdate ? ready.PendingUpdate! with { State = PendingUpdateState.Running, StartedAt = Earlier } : ready.PendingUpdate,
            Operation = new MachineOperation
            {
                Id = "ecd-1-o4",
                Kind = kind,
                StartedAt = Earlier,
                SnapshotId = ready.Snapshots[0].Id,
                UpdateId = isUpdate ? ready.PendingUpdate!.UpdateId : null,
            },
        });
        var export = await _api.GetTextAsync(Export);

        Assert.Equal(0, (await ImportAsync(export)).GetProperty("errorsTotal").GetInt32());

        Assert.Equal(export, await _other.GetTextAsync(Export), ignoreCase: false);
        Assert.Equal(_api.Fleet.Computers["ecd-1"].Current!.Operation, _other.Fleet.Computers["ecd-1"].Current!.Operation);
    }

    [Fact]
    public async Task Comes_without_an_update_whose_day_is_too_far_ahead_and_says_so()
    {
        await MakeFleetAsync();
        var export = (await _api.GetTextAsync(Export)).Replace("\"date\":\"2023-10-26\"", "\"date\":\"2024-10-26\"", StringComparison.Ordinal);

        var body = await ImportAsync(export);

        Assert.Equal((5, 1), (body.GetProperty("computers").GetProperty("accepted").GetInt32(), body.GetProperty("pendingUpdatesLeftOut").GetInt32()));
        Assert.Equal(("DateTooFar", "ecd-1"), (body.GetProperty("errors")[0].GetProperty("code").GetString(), body.GetProperty("errors")[0].GetProperty("id").GetString()));
        Assert.Null(_other.Fleet.Computers["ecd-1"].Current!.PendingUpdate);
        Assert.Equal(4, _other.Fleet.Computers["ecd-1"].Current!.NextNumber);
    }

    [Fact]
    public async Task Of_computers_alone_leaves_later_pushes_free_to_reach_them()
    {
        await MakeFleetAsync();

        await ImportAsync(await _api.GetTextAsync(Export + "?kind=computers"));

        Assert.Equal((1, 0), (_api.Fleet.Computers["ecd-2"].Current!.PushNumber, _other.Fleet.Computers["ecd-2"].Current!.PushNumber));
        Assert.Equal(PendingUpdateState.Offered, _other.Fleet.Computers["ecd-2"].Current!.PendingUpdate!.State);
    }

    [Theory]
    [InlineData("\"updateId\":\"ecd-1-u2\"", "\"updateId\":\"ecd-2-u2\"")]
    [InlineData("\"updateId\":\"ecd-1-u2\"", "\"updateId\":\"ecd-1-u99999999999\"")]
    [InlineData("\"updateId\":\"ecd-1-u2\"", "\"updateId\":null")]
    [InlineData("\"snapshotId\":\"ecd-1-s3\"", "\"snapshotId\":\"../s3\"")]
    [InlineData("\"date\":\"2023-10-26\"", "\"date\":\"0001-01-01\"")]
    [InlineData("\"date\":\"2023-10-26\"", "\"date\":\"9999-12-31\"")]
    [InlineData("\"snapshotLeadHours\":3", "\"snapshotLeadHours\":5")]
    [InlineData("\"state\":\"scheduled\"", "\"state\":\"running\"")]
    [InlineData("\"state\":\"scheduled\"", "\"state\":\"offered\"")]
    [InlineData("\"method\":\"scheduled\"", "\"method\":\"offered\"")]
    [InlineData("\"status\":\"running\"", "\"status\":\"updating\"")]
    [InlineData("\"nextNumber\":4", "\"nextNumber\":2000000000")]
    [InlineData("\"snapshots\":[", "\"snapshots\":[null,")]
    [InlineData("\"statusThen\":\"running\"", "\"statusThen\":\"deleted\"")]
    [InlineData("\"requestedAt\":\"", "\"requestedAt\":\"x")]
    public async Task Is_refused_line_by_line_where_it_contradicts_itself(string good, string bad)
    {
        await MakeFleetAsync();
        var line = (await LinesAsync("?kind=computers"))[0];
        Assert.Contains(good, line, StringComparison.Ordinal);

        var body = await ImportAsync(line.Replace(good, bad, StringComparison.Ordinal) + "\n" + (await LinesAsync("?kind=computers"))[2]);

        Assert.Equal("""{"read":2,"accepted":1,"unchanged":0,"rejected":1}""", body.GetProperty("computers").GetRawText());
        Assert.Equal("InvalidRequest", body.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("\"kind\":\"region\"", "\"kind\":\"planet\"")]
    [InlineData("\"dailyUpdateQuota\":7", "\"dailyUpdateQuota\":-7")]
    [InlineData("\"regionId\":\"cn-hangzhou\",\"automaticPush\"", "\"regionId\":\"mars-1\",\"automaticPush\"")]
    [InlineData("\"pushedBy\":1", "\"pushedBy\":9")]
    [InlineData("\"zh\":", "\"fr\":")]
    [InlineData("\"type\":\"custom\"", "\"type\":\"own\"")]
    public async Task Is_refused_line_by_line_where_a_region_or_an_image_is_not_one(string good, string bad)
    {
        await MakeFleetAsync();
        var export = await _api.GetTextAsync(Export + "?regionId=cn-hangzhou");
        Assert.Contains(good, export, StringComparison.Ordinal);

        var body = await ImportAsync(export.Replace(good, bad, StringComparison.Ordinal));

        Assert.True(body.GetProperty("errorsTotal").GetInt32() >= 1);
        Assert.Equal(5, body.GetProperty("computers").GetProperty("accepted").GetInt32());
    }

    private static string KindOf(string line) =>
        JsonElement.Parse(line).TryGetProperty("kind", out var kind) ? kind.GetString()! : "computer";

    private static int Unchanged(JsonElement body, string what) => body.GetProperty(what).GetProperty("unchanged").GetInt32();

    private async Task<string[]> LinesAsync(string query) => (await _api.GetTextAsync(Export + query)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private async Task<JsonElement> ImportAsync(string lines)
    {
        var (status, body, _) = await _other.SendAsync("POST", "/api/v1/fleet/import", lines, contentType: "application/x-ndjson");
        Assert.Equal(HttpStatusCode.OK, status);
        return body;
    }

    private async Task MakeFleetAsync()
    {
        await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", """{"dailyUpdateQuota":7}""");
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/versions", $$$"""{"version":"{{{Samples.NewerVersion}}}","packageSizeBytes":5,"releaseNotes":{"en":"a \"b\"","zh":"修复"}}""");
        var region = _api.Fleet.Regions["cn-hangzhou"].Current!;
        AddImage(new CustomImage { Id = new("m-1"), Name = "golden", Description = "For the lab", RegionId = region.Id, Type = ImageType.Custom, CurrentVersion = Older, SharedWith = ["acc-1"], UsesOutdatedImage = true, NextNumber = 3, LastError = "Disk full." });
        AddImage(new CustomImage { Id = new("eu-central-1/desktopimage-1"), Name = "plain", RegionId = new("eu-central-1"), Type = ImageType.System, CurrentVersion = Older });

        var one = Samples.Computer();
        var snapshot = new Snapshot(new SnapshotId("ecd-1-s3"), "ecd-1-u2", Earlier, IsAutomatic: true, Older, CloudComputerStatus.Running);
        var target = region.TargetOf(Newer)!;
        Add(one with { NextNumber = 4, Snapshots = [snapshot], PendingUpdate = Pending(one, target) with { Snapshot = UpdateSnapshot.Ready, SnapshotId = snapshot.Id } });
        var two = Samples.Computer("ecd-2");
        var offered = Evolved(two, OfferRules.Offer(two, new UpdateOffer(target, 1, true, "system"), Calendar, Earlier));
        Add(offered);
        var three = Samples.Computer("ecd-3");
        var accepted = Evolved(three, OfferRules.Offer(three, new UpdateOffer(target, 1, true, "system"), Calendar, Earlier));
        Add(Evolved(accepted, OfferRules.Accept(accepted, new OfferAcceptance(new UserId("alice"), TimeSpan.FromHours(12), StateAfterwards.Stopped), Calendar, Earlier)));
        Add(Samples.Computer("ecd-4") with { Status = CloudComputerStatus.Faulted, FaultReason = "Disk full.", UsesOutdatedImage = true, NextNumber = 9, LastUpdate = Failed("ecd-4") });
        Add(Samples.Computer("ecd-5") with { Tags = [new("floor", ""), new("team", "a")], Session = new UserSession(new UserId("alice"), Earlier) });
        Add(Samples.Computer("ecd-6") with { Status = CloudComputerStatus.Deleted });
    }

    private static CloudComputer Evolved(CloudComputer computer, Decision<CloudComputerEvent> decision) =>
        CloudComputerEvolution.Evolve(computer, decision.Events);

    private static UpdateWindowCalendar Calendar => ProductRegion.CalendarOf(new RegionId("cn-hangzhou"));

    private static PendingUpdate Pending(CloudComputer computer, UpdateTarget target) => new()
    {
        UpdateId = new UpdateId("ecd-1-u2"),
        Version = target.Version,
        Target = target,
        Method = UpdateMethod.Scheduled,
        Date = new DateOnly(2023, 10, 26),
        Window = ProductRegion.CalendarOf(computer.RegionId).WindowOf(new DateOnly(2023, 10, 26)),
        SnapshotLeadHours = 3,
        Snapshot = UpdateSnapshot.Pending,
        State = PendingUpdateState.Scheduled,
        RequestedBy = "operator",
        RequestedAt = Earlier,
        Reservation = new QuotaReservation(new DateOnly(2023, 10, 26), new UpdateId("ecd-1-u2")),
    };

    private static LastUpdate Failed(string id) => new()
    {
        UpdateId = new UpdateId($"{id}-u1"),
        Version = Newer,
        FromVersion = Older,
        Outcome = UpdateOutcome.Failed,
        Reason = RejectionCode.UpdateFailed,
        StartedAt = Earlier,
        FinishedAt = Earlier.AddMinutes(12),
        SnapshotId = new SnapshotId($"{id}-s2"),
        Method = UpdateMethod.Scheduled,
        Date = new DateOnly(2023, 10, 24),
        RequestedBy = "operator",
        RequestedAt = Earlier.AddDays(-1),
    };

    private void Add(CloudComputer computer) => _api.Fleet.Computers[computer.Id.Value] = new FakeComputer { Current = computer };

    private void AddImage(CustomImage image) => _api.Fleet.Images[image.Id.Value] = new FakeImage { Current = image };
}
