using HdrHistogram;

namespace Wuying.LoadTester.Load;

/// <summary>A histogram of latencies. Not safe to use from several threads at once.</summary>
/// <param name="digits">How many digits of a latency are kept.</param>
internal sealed class Latencies(int digits)
{
    private const double MicrosecondsPerMillisecond = 1_000;

    /// <summary>Ten minutes, in microseconds; nothing is waited for longer.</summary>
    private const long HighestMicroseconds = 600_000_000;

    private static readonly double[] Percentiles = [10, 25, 50, 75, 90, 95, 97.5, 99, 99.5, 99.9, 99.95, 99.99, 99.999, 100];

    private readonly LongHistogram _histogram = new(1, HighestMicroseconds, digits);

    public long Count => _histogram.TotalCount;

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan latency) => _histogram.RecordValue(Math.Clamp((long)latency.TotalMicroseconds, 1, HighestMicroseconds));

    /// <summary>Adds those of another one.</summary>
    public void Add(Latencies others) => _histogram.Add(others._histogram);

    /// <summary>A percentile in milliseconds; null when there is none.</summary>
    public double? Find(double percentile) => Count == 0 ? null : At(percentile);

    /// <summary>What matters of it.</summary>
    public LatencyFigures ToFigures() => Count == 0
        ? new LatencyFigures(0, 0, 0, 0, 0, 0, 0)
        : new LatencyFigures(
            _histogram.GetMean() / MicrosecondsPerMillisecond, At(50), At(90), At(95), At(99), At(99.9), _histogram.GetMaxValue() / MicrosecondsPerMillisecond);

    /// <summary>The curve of it, as far as there are values to tell it: of a hundred values none is the slowest of a thousand.</summary>
    public IReadOnlyList<PercentileFigures> ToCurve() =>
        [.. Percentiles.Where(IsTold).Select(percentile => new PercentileFigures(percentile, At(percentile)))];

    private bool IsTold(double percentile) => Count > 0 && (percentile == 100 || Count * (100 - percentile) / 100 >= 1);

    private double At(double percentile) => _histogram.GetValueAtPercentile(percentile) / MicrosecondsPerMillisecond;
}
