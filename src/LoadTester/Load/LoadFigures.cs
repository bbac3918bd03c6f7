namespace Wuying.LoadTester.Load;

/// <summary>What came of the requests of a run.</summary>
internal sealed record LoadFigures
{
    /// <summary>How long requests were begun and answered, in seconds.</summary>
    public required double Seconds { get; init; }

    public required long Answered { get; init; }

    public required long Errors { get; init; }

    /// <summary>Answers that said "not now" (503, 504, 429, or in progress) and were asked for again with the same key.</summary>
    public required long Repeats { get; init; }

    /// <summary>What was begun and had no answer when the run was broken off.</summary>
    public required long Unanswered { get; init; }

    public required LatencyFigures Latency { get; init; }

    public required IReadOnlyList<PercentileFigures> Curve { get; init; }

    public required IReadOnlyList<OperationFigures> Operations { get; init; }

    public required IReadOnlyList<OutcomeFigures> Outcomes { get; init; }

    public required IReadOnlyList<ErrorFigures> Samples { get; init; }

    public required IReadOnlyList<SliceFigures> Timeline { get; init; }

    /// <summary>How well the pace was kept; null when there was none.</summary>
    public OpenLoopFigures? Pace { get; init; }
}
