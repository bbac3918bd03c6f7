using System.Collections.Immutable;
using System.Globalization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Simulation.Machines;

namespace Wuying.Simulation.Demo;

/// <summary>A made-up fleet, the same for the same seed: three regions, a few images, computers behind by one or two versions, some stopped, some in use.</summary>
/// <param name="seed">Of everything that happens by chance.</param>
internal sealed class DemoFleet(long seed)
{
    private static readonly ImmutableArray<string> Versions = ["2.4.0-R-20230703.112233", "2.5.1-R-20230815.094512", "2.6.0-R-20230912.183045"];

    private static readonly ImmutableArray<string> Offices = ["headquarters", "branch", "call-centre"];

    /// <summary>The regions it spreads over.</summary>
    public static ImmutableArray<RegionId> Regions { get; } = [new("cn-hangzhou"), new("eu-central-1"), new("us-west-1")];

    /// <summary>The version that is published for it.</summary>
    public static ImageVersion Published { get; } = new("2.7.0-R-20231020.101500");

    /// <summary>The size of that version's package, in bytes.</summary>
    public const long PackageSizeBytes = 568_533_470;

    /// <summary>What is new in it.</summary>
    public static ImmutableSortedDictionary<string, string> ReleaseNotes { get; } = ImmutableSortedDictionary<string, string>.Empty
        .Add("en", "Faster log-on, smoother video calls, and fixes for printing.")
        .Add("zh", "登录更快，视频通话更流畅，并修复了打印问题。");

    /// <summary>Its images: two custom ones and a system one for each region.</summary>
    public static IEnumerable<CustomImage> Images() =>
        from region in Regions
        from number in Enumerable.Range(0, 3)
        select new CustomImage
        {
            Id = ImageOf(region, number),
            Name = number < 2 ? $"golden-0{number + 1}" : "Windows Server 2022",
            RegionId = region,
            Type = number < 2 ? ImageType.Custom : ImageType.System,
            CurrentVersion = new ImageVersion(Versions[number]),
        };

    /// <summary>Its computers.</summary>
    public IEnumerable<CloudComputer> Computers(int count) => Enumerable.Range(1, count).Select(Computer);

    private CloudComputer Computer(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"ecd-demo{number:D7}");
        var region = Regions[(number - 1) % Regions.Length];
        var office = Pick(Offices, id, "office");
        var image = (int)(Draw(id, "image") * 3);
        var user = new UserId(string.Create(CultureInfo.InvariantCulture, $"user{number:D6}"));
        var status = Draw(id, "status") < 0.85 ? CloudComputerStatus.Running : CloudComputerStatus.Stopped;
        var isConnected = status is CloudComputerStatus.Running && Draw(id, "session") < 0.15;
        return new CloudComputer
        {
            Id = new CloudComputerId(id),
            Name = string.Create(CultureInfo.InvariantCulture, $"{office}-{number:D4}"),
            RegionId = region,
            OfficeNetworkId = $"{region}+dir-{office}",
            ImageId = ImageOf(region, image),
            ImageType = image < 2 ? ImageType.Custom : ImageType.System,
            CurrentVersion = new ImageVersion(Pick(Versions, id, "version")),
            Status = status,
            Session = isConnected ? new UserSession(user, DateTimeOffset.UnixEpoch) : null,
            AssignedUserIds = [user],
            ImportFingerprint = "demo",
        };
    }

    private static ImageId ImageOf(RegionId region, int number) => new(
        number < 2 ? $"m-demo-{region}-{number + 1}" : $"desktopimage-windows-server-2022-{region}");

    private string Pick(ImmutableArray<string> choices, string id, string purpose) => choices[(int)(Draw(id, purpose) * choices.Length)];

    private double Draw(string id, string purpose) => Chance.Draw(seed, id, purpose);
}
