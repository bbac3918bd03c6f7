namespace Wuying.LoadTester.Nights;

/// <summary>What one night brought, in all regions together.</summary>
internal sealed record NightFigures
{
    /// <summary>Which night, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Its local day.</summary>
    public required string Date { get; init; }

    /// <summary>Computers that were asked for.</summary>
    public required long Asked { get; init; }

    /// <summary>Computers that have the night's update.</summary>
    public required long Accepted { get; init; }

    /// <summary>Refusals by code.</summary>
    public required IReadOnlyDictionary<string, long> Refused { get; init; }

    /// <summary>How long publishing took, with the push that may follow from it, in seconds.</summary>
    public required double PublishSeconds { get; init; }

    /// <summary>How long scheduling took, in seconds: until every computer had answered.</summary>
    public required double ScheduleSeconds { get; init; }

    /// <summary>How long the night took here, in seconds.</summary>
    public required double NightSeconds { get; init; }

    /// <summary>How long it took for the fleet, in hours.</summary>
    public required double FleetHours { get; init; }

    /// <summary>The day's updates by state.</summary>
    public required IReadOnlyDictionary<string, long> ByState { get; init; }

    /// <summary>The day's updates by reason.</summary>
    public required IReadOnlyDictionary<string, long> ByReason { get; init; }

    /// <summary>Places of the day's quota that are taken.</summary>
    public required long QuotaReserved { get; init; }

    /// <summary>Computers scheduled each second.</summary>
    public double ScheduledPerSecond => ScheduleSeconds > 0 ? Asked / ScheduleSeconds : 0;

    /// <summary>Computers brought through the night each second.</summary>
    public double PassedPerSecond => NightSeconds > 0 ? Accepted / NightSeconds : 0;
}
