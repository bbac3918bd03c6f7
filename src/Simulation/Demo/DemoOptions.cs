using System.ComponentModel.DataAnnotations;

namespace Wuying.Simulation.Demo;

/// <summary>The fleet that a new, empty store gets to play with.</summary>
public sealed class DemoOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Demo";

    /// <summary>How many computers are made in an empty store.</summary>
    /// <value>500 unless set; 0 for none.</value>
    [Range(0, 1_000_000)]
    public int FleetSize { get; set; } = 500;
}
