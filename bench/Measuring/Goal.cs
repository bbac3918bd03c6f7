using System.Globalization;

namespace Wuying.Bench.Measuring;

/// <summary>What a figure or a ratio should come to.</summary>
/// <param name="Bound">The last value that is good enough.</param>
/// <param name="IsCeiling">True when less is better.</param>
internal sealed record Goal(double Bound, bool IsCeiling)
{
    /// <summary>More is better.</summary>
    public static Goal AtLeast(double bound) => new(bound, IsCeiling: false);

    /// <summary>Less is better.</summary>
    public static Goal AtMost(double bound) => new(bound, IsCeiling: true);

    /// <summary>True when a value is good enough.</summary>
    public bool IsMetBy(double value) => IsCeiling ? value <= Bound : value >= Bound;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsCeiling ? '≤' : '≥')} {Bound:#,0.##}");
}
