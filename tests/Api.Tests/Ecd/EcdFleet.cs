using System.Collections.Immutable;
using Wuying.Api.Ecd.Fota;
using Wuying.Api.Tests.Fakes;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Ecd;

/// <summary>A small fleet in which every action has something to do.</summary>
internal static class EcdFleet
{
    public const string Here = "cn-hangzhou";
    public const string Elsewhere = "eu-central-1";
    public const string Free = "ecd-1";
    public const string Stopped = "ecd-2";
    public const string Used = "ecd-3";
    public const string FarAway = "ecd-4";
    public const string Offered = "ecd-5";
    public const string Image = "m-1";
    public const string Old = Samples.OlderVersion;
    public const string New = Samples.NewerVersion;

    public static string TaskUid { get; } = TaskUids.Of(new RegionId(Here), new ImageVersion(New));

    /// <summary>Puts everything back to where it was.</summary>
    public static async Task FillAsync(FakeFleet fleet)
    {
        fleet.Computers.Clear();
        fleet.Images.Clear();
        foreach (var region in new[] { Here, Elsewhere })
        {
            fleet.Regions[region] = new FakeRegion(ProductRegion.Find(new RegionId(region))!, isKnown: true);
            await fleet.Regions[region].ChangeAsync(automaticPush: false, null, "test");
            await fleet.Regions[region].PublishAsync(new ImageVersion(New), 568_533_470, Notes, "test");
        }

        fleet.Images[Image] = new FakeImage { Current = Custom(Image) };
        Add(fleet, Running(Free) with { Snapshots = [SnapshotOf(Free)], Tags = [new("team", "a")], NextNumber = 2 });
        Add(fleet, Running(Stopped) with { Name = "desk-2", Status = CloudComputerStatus.Stopped, AssignedUserIds = [new("bob")], Snapshots = [SnapshotOf(Stopped)], NextNumber = 2 });
        Add(fleet, Running(Used) with { Name = "desk-3", Session = new UserSession(new("alice"), FakeFleet.Now.AddHours(-1)) });
        Add(fleet, Running(FarAway) with { Name = "desk-4", RegionId = new(Elsewhere), OfficeNetworkId = $"{Elsewhere}+dir-1" });
        Add(fleet, Running(Offered) with { Name = "desk-5", OfficeNetworkId = $"{Here}+dir-2", PendingUpdate = await OfferAsync(fleet) });
        fleet.Queries.Sessions =
        [
            new RecordedSession(2, new SessionRow(new(Used), new(Here), new("alice"), FakeFleet.Now.AddHours(-1), null), "desk-3", $"{Here}+dir-1"),
            new RecordedSession(1, new SessionRow(new(Free), new(Here), new("alice"), FakeFleet.Now.AddHours(-9), FakeFleet.Now.AddHours(-2)), "call-0001", $"{Here}+dir-1"),
        ];
    }

    public static CloudComputer Find(FakeFleet fleet, string id) => fleet.Computers[id].Current!;

    public static void Add(FakeFleet fleet, CloudComputer computer) => fleet.Computers[computer.Id.Value] = new FakeComputer { Current = computer };

    public static CloudComputer Running(string id) => Samples.Computer(id, Here);

    public static CustomImage Custom(string id) => new()
    {
        Id = new ImageId(id),
        Name = "golden",
        RegionId = new RegionId(Here),
        Type = ImageType.Custom,
        CurrentVersion = new ImageVersion(Old),
        SharedWith = ["1001"],
    };

    private static ImmutableSortedDictionary<string, string> Notes { get; } =
        ImmutableSortedDictionary<string, string>.Empty.Add("en", "Fixes").Add("zh", "修复").Add("ja", "修正");

    private static Snapshot SnapshotOf(string computer) =>
        new(new($"{computer}-s1"), "before", FakeFleet.Now.AddDays(-1), IsAutomatic: false, new(Old), CloudComputerStatus.Running);

    private static async Task<PendingUpdate> OfferAsync(FakeFleet fleet) => new()
    {
        UpdateId = new($"{Offered}-u1"),
        Version = new(New),
        Target = (await fleet.Regions[Here].GetAsync())!.TargetOf(new(New)),
        Method = UpdateMethod.Offered,
        Date = new DateOnly(2023, 10, 24),
        Snapshot = UpdateSnapshot.Pending,
        State = PendingUpdateState.Offered,
        RequestedBy = "test",
        RequestedAt = FakeFleet.Now,
    };
}
