namespace Wuying.LoadTester.Load;

/// <summary>Counts answers and how long they took. Safe to use from several threads at once.</summary>
/// <param name="clock">The time that passes here.</param>
internal sealed class LoadRecorder(TimeProvider clock)
{
    private const int Digits = 3;
    private const int SamplesMax = 50;

    private readonly Lock _lock = new();
    private readonly long _startedAt = clock.GetTimestamp();
    private readonly Latencies _all = new(Digits);
    private readonly Timeline _timeline = new();
    private readonly SortedDictionary<string, (Latencies Latencies, long Errors)> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Operation, string Outcome), long> _outcomes = [];
    private readonly Dictionary<(string Operation, string Gist), (string Sample, long Count)> _samples = [];
    private long _begun;
    private TimeSpan _lastAt;

    /// <summary>How many were answered so far, how many of the answers nobody expects, and how many are under way.</summary>
    public (long Answered, long Errors, long UnderWay) Counts
    {
        get
        {
            lock (_lock)
            {
                return (_all.Count, _operations.Values.Sum(operation => operation.Errors), _begun - _all.Count);
            }
        }
    }

    /// <summary>Something is begun.</summary>
    public void Begin() => Interlocked.Increment(ref _begun);

    /// <summary>It was answered.</summary>
    /// <param name="operation">What was asked.</param>
    /// <param name="intendedAt">When it was to begin.</param>
    /// <param name="outcome">What came of it.</param>
    public void Answer(string operation, long intendedAt, Outcome outcome)
    {
        var latency = clock.GetElapsedTime(intendedAt);
        lock (_lock)
        {
            var (latencies, errors) = _operations.GetValueOrDefault(operation, (new Latencies(Digits), 0));
            latencies.Add(latency);
            _all.Add(latency);
            _operations[operation] = (latencies, errors + (outcome.IsError ? 1 : 0));
            _lastAt = clock.GetElapsedTime(_startedAt);
            _timeline.Answer(_lastAt, outcome.IsError);
            _timeline.Take(clock.GetElapsedTime(_startedAt, intendedAt), latency);
            foreach (var (word, count) in outcome.Words)
            {
                _outcomes[(operation, word)] = _outcomes.GetValueOrDefault((operation, word)) + count;
            }

            Keep(operation, outcome);
        }
    }

    /// <summary>What came of everything.</summary>
    /// <param name="repeats">How many answers were asked for again.</param>
    /// <param name="pace">How well the pace was kept.</param>
    public LoadFigures ToFigures(long repeats, OpenLoopFigures? pace)
    {
        lock (_lock)
        {
            return new LoadFigures
            {
                Seconds = _lastAt.TotalSeconds,
                Answered = _all.Count,
                Errors = _operations.Values.Sum(operation => operation.Errors),
                Repeats = repeats,
                Unanswered = _begun - _all.Count,
                Latency = _all.ToFigures(),
                Curve = _all.ToCurve(),
                Operations = [.. _operations.Select(each => new OperationFigures(each.Key, each.Value.Latencies.Count, each.Value.Errors, each.Value.Latencies.ToFigures()))],
                Outcomes = [.. _outcomes
                    .OrderBy(each => each.Key.Operation, StringComparer.Ordinal).ThenByDescending(each => each.Value)
                    .Select(each => new OutcomeFigures(each.Key.Operation, each.Key.Outcome, each.Value))],
                Samples = [.. _samples.Select(each => new ErrorFigures(each.Key.Operation, each.Value.Count, each.Value.Sample))],
                Timeline = _timeline.ToFigures(),
                Pace = pace,
            };
        }
    }

    private void Keep(string operation, Outcome outcome)
    {
        if (outcome.Error is not { } error)
        {
            return;
        }

        var key = (operation, error.Gist);
        if (_samples.TryGetValue(key, out var known))
        {
            _samples[key] = known with { Count = known.Count + 1 };
        }
        else if (_samples.Count < SamplesMax)
        {
            _samples.Add(key, (error.Sample, 1));
        }
    }
}
