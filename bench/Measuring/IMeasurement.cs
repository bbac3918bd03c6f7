namespace Wuying.Bench.Measuring;

/// <summary>One measurement.</summary>
internal interface IMeasurement
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What it measures, in a sentence.</summary>
    string Summary { get; }

    /// <summary>Which settings it heeds, with its own values for those that are not given.</summary>
    string Heeds { get; }

    /// <summary>Measures.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="progress">Told how far it is.</param>
    Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress);
}
