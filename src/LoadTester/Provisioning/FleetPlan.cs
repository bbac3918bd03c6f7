using System.Globalization;

namespace Wuying.LoadTester.Provisioning;

/// <summary>A fleet to be made. The same plan names the same computers, and a seed gives each the same properties every time.</summary>
internal sealed record FleetPlan
{
    /// <summary>The version that computers come with: older than any that is published.</summary>
    public const string Version = "1.0.0-R-20200101.000000";

    private const int ComputersAnOffice = 500;
    private const int ComputersToOneShared = 10;

    public required int Computers { get; init; }

    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>What stands in all ids, so that fleets do not get in each other's way.</summary>
    public required string Prefix { get; init; }

    public required long Seed { get; init; }

    /// <summary>How many of a hundred run; the others are stopped.</summary>
    public required int RunningPercent { get; init; }

    /// <summary>How many of a hundred of those that run have somebody connected.</summary>
    public required int ConnectedPercent { get; init; }

    /// <summary>A computer of the fleet.</summary>
    /// <param name="number">Which, from 0.</param>
    public PlannedComputer Computer(int number)
    {
        var region = Regions[number % Regions.Count];
        var chance = new Random(HashCode(number));
        var isRunning = chance.Next(100) < RunningPercent;
        var imageType = chance.Next(100) switch { < 80 => "custom", < 95 => "system", _ => "shared" };
        var isConnected = isRunning && chance.Next(100) < ConnectedPercent;
        var user = UserOf(number);
        return new PlannedComputer
        {
            Id = Text($"ecd-{Prefix}-{number:D7}"),
            Name = Text($"{Prefix} {number:D7}"),
            Region = region,
            OfficeNetwork = Text($"{region}+dir-{Prefix}-{number / Regions.Count / ComputersAnOffice:D4}"),
            Image = Text($"m-{Prefix}-{region}-{imageType}"),
            ImageType = imageType,
            Status = isRunning ? "running" : "stopped",
            ConnectedUser = isConnected ? user : null,
            Users = number % ComputersToOneShared == 0 && number > 0 ? [user, UserOf(number - 1)] : [user],
        };
    }

    private string UserOf(int number) => Text($"user-{Prefix}-{number:D7}");

    // The same on every machine and in every run, unlike System.HashCode.
    private int HashCode(int number) => (int)(((((ulong)Seed * 31) + (ulong)number) * 0x9E3779B97F4A7C15) >> 33);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
