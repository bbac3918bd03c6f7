using System.ComponentModel.DataAnnotations;

namespace Wuying.Simulation.Clock;

/// <summary>
/// The clock of a new store. A store remembers its clock, and what it remembers wins over all of this: a fleet cannot
/// go back to before its own history.
/// </summary>
public sealed class ClockOptions
{
    public const string SectionName = "Clock";

    /// <summary>The highest rate a simulated clock can be asked for.</summary>
    public const double RateMax = 1_000_000;

    /// <summary>Which time the fleet lives in. Keep it as it was when the store was made: Orleans' reminders are tuned by it.</summary>
    /// <value><see cref="ClockMode.Simulated"/> unless set.</value>
    [EnumDataType(typeof(ClockMode))]
    public ClockMode Mode { get; set; } = ClockMode.Simulated;

    /// <summary>
    /// True in a cluster: the silos' clocks move together (<see cref="Shared.ClockConductor"/>), or all are the system's. A silo
    /// that is alone does without the messages that this costs.
    /// </summary>
    public bool IsShared { get; set; }

    /// <summary>The instant at which a new simulated clock begins.</summary>
    /// <value>The system's time unless set.</value>
    public DateTimeOffset? Start { get; set; }

    /// <summary>Simulated seconds per real second of a new simulated clock; 0 makes it stand still until it is steered or advanced.</summary>
    /// <value>60 unless set; from 0 to 1,000,000.</value>
    [Range(0, RateMax)]
    public double Rate { get; set; } = 60;
}
