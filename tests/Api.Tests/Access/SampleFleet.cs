using System.Collections.Immutable;
using Wuying.Api.Tests.Fakes;
using Wuying.Api.Tests.Http.BadInput;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Access;

/// <summary>A fleet with one of everything in each of some regions.</summary>
internal static class SampleFleet
{
    /// <summary>The good values' region.</summary>
    public const string Here = "cn-hangzhou";

    /// <summary>Another region.</summary>
    public const string Elsewhere = "eu-central-1";

    /// <summary>Puts into a fleet, in the place of what was there, a version, a computer, an image, an operation, a user with a notification, and an event, all in one region.</summary>
    public static async Task FillAsync(FakeFleet fleet)
    {
        fleet.Regions[Here] = new FakeRegion(ProductRegion.Find(new RegionId(Here))!, isKnown: true);
        await fleet.Regions[Here].PublishAsync(
            new ImageVersion(Samples.NewerVersion), 1, ImmutableSortedDictionary<string, string>.Empty.Add("en", "a").Add("zh", "b"), "test");
        fleet.Passwords.Clear();
        fleet.Computers.Clear();
        fleet.Images.Clear();
        fleet.Computers[GoodValues.Computer] = new FakeComputer { Current = Samples.Computer(GoodValues.Computer, Here) };
        fleet.Images[GoodValues.Image] = new FakeImage { Current = Image(GoodValues.Image, Here) };
        fleet.Queries.Events = [Event(1, Here)];
        fleet.Users[GoodValues.User] = new FakeEndUser(fleet, new UserId(GoodValues.User)) { Told = [Told(1, Here)] };
        await fleet.Queries.Operation(GoodValues.OfParameter("operationId")).BeginAsync(new RegionId(Here), new ComputerFilter(), new BulkCommand(null, "test"));
    }

    public static CustomImage Image(string id, string region) => new()
    {
        Id = new ImageId(id),
        Name = "golden",
        RegionId = new RegionId(region),
        Type = ImageType.Custom,
        CurrentVersion = new ImageVersion(Samples.OlderVersion),
    };

    public static RecordedEvent Event(long sequence, string region) => new(sequence, new FleetEvent
    {
        At = FakeFleet.Now,
        RegionId = region,
        Subject = "computer",
        SubjectId = $"ecd-{sequence}",
        Kind = "computerRegistered",
        RequestedBy = "test",
        Data = "{}",
    });

    public static RecordedNotification Told(long sequence, string region) => new(sequence, new Notification
    {
        Kind = NotificationKind.Offer,
        At = FakeFleet.Now,
        ComputerId = new CloudComputerId($"ecd-{sequence}"),
        ComputerName = "n",
        RegionId = new RegionId(region),
        UpdateId = new UpdateId("u-1"),
        Version = new ImageVersion(Samples.NewerVersion),
    });
}
