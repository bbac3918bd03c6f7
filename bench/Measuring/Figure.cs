using System.Collections.Immutable;

namespace Wuying.Bench.Measuring;

/// <summary>A number of a run.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">The number; of several rounds the median.</param>
/// <param name="Unit">What it counts.</param>
internal sealed record Figure(string Name, double Value, string Unit)
{
    /// <summary>Where it comes from.</summary>
    public FigureKind Kind { get; init; } = FigureKind.Measured;

    /// <summary>What each round brought, in order; empty when there was one.</summary>
    public ImmutableArray<double> Rounds { get; init; } = [];

    /// <summary>Itself beside others of the same run.</summary>
    public ImmutableArray<Comparison> Comparisons { get; init; } = [];

    /// <summary>What it should come to; null when nobody has said.</summary>
    public Goal? Goal { get; init; }

    /// <summary>A figure of several rounds.</summary>
    public static Figure OfRounds(string name, IEnumerable<double> rounds, string unit)
    {
        ImmutableArray<double> all = [.. rounds];
        return new(name, Median(all), unit) { Rounds = all };
    }

    /// <summary>What was chosen before the run.</summary>
    public static Figure Configured(string name, double value, string unit = "") => new(name, value, unit) { Kind = FigureKind.Configured };

    /// <summary>What simulated time brought.</summary>
    public static Figure Simulated(string name, double value, string unit) => new(name, value, unit) { Kind = FigureKind.Simulated };

    /// <summary>This figure, with its ratio to another one.</summary>
    public Figure Beside(Figure baseline, Goal? goal = null) =>
        this with { Comparisons = Comparisons.Add(new Comparison(baseline.Name, Value / baseline.Value, goal)) };

    /// <summary>This figure, with what it should come to.</summary>
    public Figure ShouldBe(Goal goal) => this with { Goal = goal };

    private static double Median(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
