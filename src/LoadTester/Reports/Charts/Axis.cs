namespace Wuying.LoadTester.Reports.Charts;

/// <summary>Where values stand on a chart, and which of them are written beside it.</summary>
/// <param name="Place">From a value to its place, 0 to 1.</param>
/// <param name="Ticks">The values that are written.</param>
internal sealed record Axis(Func<double, double> Place, IReadOnlyList<(double Value, string Text)> Ticks)
{
    private const int TicksUp = 5;
    private const int TicksAcross = 8;

    /// <summary>From 0 to a round number at or above the largest value.</summary>
    public static Axis Linear(double max, Func<double, string> text)
    {
        var step = RoundStep(Math.Max(max, 1e-9) / TicksUp);
        var count = (int)Math.Ceiling((Math.Max(max, 1e-9) / step) - 1e-9);
        var top = step * count;
        return new Axis(value => value / top, [.. Enumerable.Range(0, count + 1).Select(index => (index * step, text(index * step)))]);
    }

    /// <summary>From one value to another, without air at the ends: for time.</summary>
    public static Axis Span(double max, Func<double, string> text)
    {
        var end = Math.Max(max, 1e-9);
        var step = RoundStep(end / TicksAcross);
        return new Axis(value => value / end, [.. Enumerable.Range(0, (int)Math.Floor(end / step + 1e-9) + 1).Select(index => (index * step, text(index * step)))]);
    }

    /// <summary>Each tenfold takes the same room; for values above 0.</summary>
    public static Axis Logarithmic(double min, double max, Func<double, string> text)
    {
        var low = Math.Floor(Math.Log10(min));
        var high = Math.Max(low + 1, Math.Ceiling(Math.Log10(max)));
        int[] steps = high - low <= 3 ? [1, 2, 5] : [1];
        var ticks = Enumerable.Range((int)low, (int)(high - low) + 1)
            .SelectMany(power => steps.Select(step => step * Math.Pow(10, power)))
            .Where(value => Math.Log10(value) <= high + 1e-9);
        return new Axis(value => (Math.Log10(value) - low) / (high - low), [.. ticks.Select(value => (value, text(value)))]);
    }

    /// <summary>Percentiles by how few values are above them: 90, 99 and 99.9 stand equally far apart, and 100 a little behind the last.</summary>
    /// <param name="highest">The highest percentile below 100.</param>
    public static Axis Nines(double highest)
    {
        double[] written = [10, 50, 90, 99, 99.9, 99.99, 99.999];
        var end = NinesOf(Math.Max(highest, 90)) * 1.12;
        var ticks = written.Where(percentile => percentile <= highest).Select(percentile => (percentile, FormattableString.Invariant($"{percentile} %")));
        return new Axis(percentile => percentile >= 100 ? 1 : NinesOf(percentile) / end, [.. ticks, (100, "all")]);
    }

    private static double NinesOf(double percentile) => -Math.Log10(1 - (percentile / 100));

    private static double RoundStep(double step)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return power * (step / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
    }
}
