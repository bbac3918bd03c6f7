namespace Wuying.Bench.Measuring;

/// <summary>Where a figure comes from.</summary>
internal enum FigureKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Taken from what really happened on this machine.</summary>
    Measured = 1,
    /// <summary>Happened in simulated time, to simulated machines and users.</summary>
    Simulated = 2,
    /// <summary>Chosen before the run.</summary>
    Configured = 3,
}
