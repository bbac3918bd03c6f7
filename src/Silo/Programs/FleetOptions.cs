using System.Globalization;
using Wuying.Silo.Hosting;
using Wuying.Simulation.Clock;

namespace Wuying.Silo.Programs;

/// <summary>What every program that hosts a silo is told of the fleet. Names and defaults are fixed by the REST contract.</summary>
public sealed record FleetOptions
{
    /// <summary>The largest demo fleet.</summary>
    public const int DemoFleetMax = 1_000_000;

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    /// <summary>The options of the fleet, but for the store, which is not the same everywhere.</summary>
    public static IReadOnlyList<ProgramOption> Table { get; } =
    [
        new("clock", "simulated | real", "simulated", "Which clock a new store gets; afterwards the store remembers."),
        new("clock-start", "2023-10-24T10:00:00Z", "the system's time", "Start of a new simulated clock."),
        new("rate", "SECONDS", "60", "Simulated seconds a second; 0 starts paused."),
        new("demo-fleet", "COUNT", "500", "Computers made in an empty store; 0 for none (the built-in regions remain)."),
        new("seed", "NUMBER", "1", "Of the simulated machines and users."),
    ];

    /// <summary>Families of options behind the table.</summary>
    public static string More =>
        """
          --Simulation:NAME VALUE
              What the simulated machines do, e.g. --Simulation:UpdateFailureRate 0.02 (in the environment
              Simulation__UpdateFailureRate). Default: 0. What is changed while the program runs, the store remembers
          --Simulation:Users:NAME SHARE
              What simulated end users do: Activity (who works on a day; 0 for none), ForgottenRate, NightVisitRate,
              AcceptRate and DeclineRate (of offers). Default: 0
          --Events:RetentionDays DAYS
              Events that are so much older than the youngest are removed. Default: all are kept
          --Dashboard:Port PORT
              The Orleans dashboard of a silo in this process, on 127.0.0.1; 0 for none.
              Default: a free port in the Api, none in a silo of its own
          OTEL_EXPORTER_OTLP_ENDPOINT, in the environment
              Where metrics, traces and logs are sent. Default: nowhere; metrics are at /metrics
        """;

    /// <summary>The store; a new path is created.</summary>
    public required StoreLocation Store { get; init; }

    /// <summary>Which clock a new store gets; afterwards the store remembers.</summary>
    public required ClockMode Clock { get; init; }

    /// <summary>Start of a new simulated clock; the system's time when null.</summary>
    public DateTimeOffset? ClockStart { get; init; }

    /// <summary>Simulated seconds a second; 0 starts paused.</summary>
    public required double Rate { get; init; }

    /// <summary>Computers made in an empty store.</summary>
    public required int DemoFleet { get; init; }

    /// <summary>Of the simulated machines and users.</summary>
    public required int Seed { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="reader">Reads, and gathers what is wrong.</param>
    /// <param name="kinds">The stores that will do.</param>
    public static FleetOptions Read(OptionReader reader, params StoreKind[] kinds) => new()
    {
        Store = reader.Read(
            "store",
            text => StoreLocation.Parse(text) is { } store && kinds.Contains(store.Kind) ? (true, store) : (false, null!),
            string.Join(" or ", kinds.Select(StoreLocation.SpellingOf))),
        Clock = reader.ReadWord<ClockMode>("clock"),
        ClockStart = reader.ReadOptional(
            "clock-start",
            text => (DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at), at),
            "an instant such as 2023-10-24T10:00:00Z"),
        Rate = reader.Read(
            "rate",
            text => (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate <= ClockOptions.RateMax, rate),
            "a number from 0 to 1000000"),
        DemoFleet = reader.ReadNumber("demo-fleet", 0, DemoFleetMax, "a number from 0 to 1000000"),
        Seed = reader.ReadNumber("seed", int.MinValue, int.MaxValue, "a whole number"),
    };

    /// <summary>The sections that the parts of a silo own; the names of a program's options stand before them.</summary>
    public IEnumerable<KeyValuePair<string, string?>> ToSettings() => new Dictionary<string, string?>
    {
        [$"{ClockOptions.SectionName}:{nameof(ClockOptions.Mode)}"] = Clock.ToString(),
        [$"{ClockOptions.SectionName}:{nameof(ClockOptions.Start)}"] = ClockStart?.ToString("O", CultureInfo.InvariantCulture),
        [$"{ClockOptions.SectionName}:{nameof(ClockOptions.Rate)}"] = Rate.ToString(CultureInfo.InvariantCulture),
        ["Demo:FleetSize"] = DemoFleet.ToString(CultureInfo.InvariantCulture),
        ["Simulation:Seed"] = Seed.ToString(CultureInfo.InvariantCulture),
    };
}
