using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Commands;

/// <summary>The options of commands that begin requests at a rate.</summary>
internal sealed class LoadOptions
{
    private const long InFlightDefault = 500;
    private static readonly TimeSpan DurationDefault = TimeSpan.FromMinutes(1);

    private readonly Option<string[]> _regions = OptionKinds.Regions("Where. [default: all regions that have computers]", []);

    private readonly Option<double> _rate;

    private readonly Option<Duration> _duration = OptionKinds.Duration("--duration", "For how long.", DurationDefault, TimeSpan.FromSeconds(1));

    private readonly Option<long> _inFlight = OptionKinds.Whole(
        "--in-flight", "COUNT", "How many may be under way at the same time. What finds no room waits; its wait counts, and what could not be begun in time is told.",
        InFlightDefault, 1, 20_000);

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="what">What begins at the rate.</param>
    /// <param name="rate">How often unless told.</param>
    public LoadOptions(Command command, string what, double rate)
    {
        _rate = OptionKinds.Rate(
            "--rate", $"{what} that begin each second, whether or not earlier ones have ended: latencies count from the intended start.", rate);
        _regions.DefaultValueFactory = null;
        command.Add(_rate);
        command.Add(_duration);
        command.Add(_inFlight);
        command.Add(_regions);
    }

    /// <summary>What is wrong with a rate at which those who stay find no room; null when they do.</summary>
    public string? FindCrowd(CommandResult result, TimeSpan stay)
    {
        var needed = result.ValueOf(_rate) * stay.TotalSeconds;
        return needed > result.ValueOf(_inFlight)
            ? string.Create(
                CultureInfo.InvariantCulture, $"At this --rate and --stay {needed:N0} users are connected at the same time; raise --in-flight, or lower one of them.")
            : null;
    }

    public string[] ReadRegions(ParseResult parsed) => parsed.GetValue(_regions) ?? [];

    public double ReadRate(ParseResult parsed) => parsed.GetValue(_rate);

    public TimeSpan ReadDuration(ParseResult parsed) => parsed.GetValue(_duration).Time;

    public int ReadInFlight(ParseResult parsed) => (int)parsed.GetValue(_inFlight);
}
