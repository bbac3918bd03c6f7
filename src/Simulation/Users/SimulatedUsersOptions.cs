using System.ComponentModel.DataAnnotations;

namespace Wuying.Simulation.Users;

/// <summary>What simulated end users do, each with the computer they are the first assigned to. Rates are shares, drawn by the simulation's seed. They live on a simulated clock only.</summary>
public sealed class SimulatedUsersOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Simulation:Users";

    /// <summary>How many users work on a day; fewer at weekends.</summary>
    /// <value>0 unless set, which is no simulated users at all; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double Activity { get; set; }

    /// <summary>How many of those who work forget to log off, and stay connected until the next morning (R20).</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double ForgottenRate { get; set; }

    /// <summary>How many users come for a while during a night's window (R20).</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double NightVisitRate { get; set; }

    /// <summary>How often an offer seen at log-on is accepted: now, or in some hours (R8).</summary>
    /// <value>0 unless set; from 0 to 1, together with <see cref="DeclineRate"/>.</value>
    [Range(0.0, 1.0)]
    public double AcceptRate { get; set; }

    /// <summary>How often an offer seen at log-on is declined (R8); what is neither accepted nor declined waits for another log-on.</summary>
    /// <value>0 unless set; from 0 to 1, together with <see cref="AcceptRate"/>.</value>
    [Range(0.0, 1.0)]
    public double DeclineRate { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => AcceptRate + DeclineRate > 1
        ? [new ValidationResult($"{nameof(AcceptRate)} and {nameof(DeclineRate)} are more than 1 together.", [nameof(AcceptRate), nameof(DeclineRate)])]
        : [];
}
