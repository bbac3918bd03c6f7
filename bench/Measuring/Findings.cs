using System.Collections.Immutable;

namespace Wuying.Bench.Measuring;

/// <summary>What a measurement brought.</summary>
/// <param name="Name">The measurement.</param>
/// <param name="Figures">Its figures, what was configured first.</param>
internal sealed record Findings(string Name, ImmutableArray<Figure> Figures)
{
    /// <summary>What must be known to read the figures.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>False when what was measured did not do what it should have done: then the figures are worth nothing.</summary>
    public bool IsSound { get; init; } = true;
}
