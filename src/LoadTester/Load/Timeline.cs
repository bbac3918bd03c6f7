namespace Wuying.LoadTester.Load;

/// <summary>What happened when, in slices of a second; of two seconds, four and so on when there are many.</summary>
internal sealed class Timeline
{
    /// <summary>So many slices at most: more than a chart has room for.</summary>
    private const int SlicesMax = 240;

    private const int Digits = 2;

    private List<Slice> _slices = [];
    private double _seconds = 1;

    /// <summary>An answer came.</summary>
    public void Answer(TimeSpan at, bool isError)
    {
        var slice = Of(at);
        slice.Answered++;
        slice.Errors += isError ? 1 : 0;
    }

    /// <summary>How long something took that was to begin then.</summary>
    public void Take(TimeSpan intendedAt, TimeSpan latency) => Of(intendedAt).Latencies.Add(latency);

    public IReadOnlyList<SliceFigures> ToFigures() => [.. _slices.Select((slice, index) => new SliceFigures(
        index * _seconds, _seconds, slice.Answered, slice.Errors, slice.Latencies.Find(50), slice.Latencies.Find(95), slice.Latencies.Find(99)))];

    private Slice Of(TimeSpan at)
    {
        while (at.TotalSeconds / _seconds >= SlicesMax)
        {
            _slices = [.. _slices.Chunk(2).Select(pair => pair.Length == 2 ? pair[0].With(pair[1]) : pair[0])];
            _seconds *= 2;
        }

        var index = (int)Math.Max(0, at.TotalSeconds / _seconds);
        while (_slices.Count <= index)
        {
            _slices.Add(new Slice());
        }

        return _slices[index];
    }

    private sealed class Slice
    {
        public long Answered { get; set; }

        public long Errors { get; set; }

        public Latencies Latencies { get; } = new(Digits);

        public Slice With(Slice next)
        {
            Answered += next.Answered;
            Errors += next.Errors;
            Latencies.Add(next.Latencies);
            return this;
        }
    }
}
