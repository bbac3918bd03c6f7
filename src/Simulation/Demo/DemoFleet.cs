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

    // Numbers that somebody has written into a file must not use up those that there are.
    private const int NumberFoundMax = 99_999_999;

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

    /// <summary>What the ids of its computers begin with; their number follows.</summary>
    public const string IdPrefix = "ecd-demo";

    /// <summary>Its images: two custom ones and a system one for each region.</summary>
    /// <param name="only">Of this region alone; null for all of <see cref="Regions"/>.</param>
    public static IEnumerable<CustomImage> Images(RegionId? only = null) =>
        from region in only is { } one ? [one] : Regions
        from number in Enumerable.Range(0, 3)
        select new CustomImage
        {
            Id = ImageOf(region, number),
            Name = number < 2 ? $"golden-0{number + 1}" : "Windows Server 2022",
            RegionId = region,
            Type = number < 2 ? ImageType.Custom : ImageType.System,
            CurrentVersion = new ImageVersion(Versions[number]),
        };

    /// <summary>The number of a computer of it; null when the id is none of its, or far from what anybody makes.</summary>
    public static int? NumberOf(CloudComputerId id) =>
        id.Value.StartsWith(IdPrefix, StringComparison.Ordinal)
        && int.TryParse(id.Value.AsSpan(IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= NumberFoundMax ? number : null;

    /// <summary>Some of its computers.</summary>
    /// <param name="first">The number of the first, from 1.</param>
    /// <param name="count">How many.</param>
    /// <param name="only">All of them in this region; null for one after the other in each of <see cref="Regions"/>.</param>
    public IEnumerable<CloudComputer> Computers(int first, int count, RegionId? only = null) =>
        Enumerable.Range(first, count).Select(number => Computer(number, only ?? Regions[(number - 1) % Regions.Length]));

    private CloudComputer Computer(int number, RegionId region)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{number:D7}");
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
