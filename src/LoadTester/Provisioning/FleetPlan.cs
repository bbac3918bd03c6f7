using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;

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
        var isRunning = Percentile(number, "running") < RunningPercent;
        var imageType = Percentile(number, "image") switch { < 80 => "custom", < 95 => "system", _ => "shared" };
        var isConnected = isRunning && Percentile(number, "connected") < ConnectedPercent;
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

    // 0 to 99, the same in every run; a generator seeded anew for each computer would give draws that hang together.
    private int Percentile(int number, string property) =>
        (int)(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(Text($"{number} {property}").AsSpan()), Seed) % 100);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
