namespace Wuying.LoadTester.Mornings;

/// <summary>How users come to work.</summary>
internal sealed record MorningPlan
{
    /// <summary>The regions; empty for all that have computers.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Users who log on each second.</summary>
    public required double Rate { get; init; }

    public required TimeSpan Duration { get; init; }

    public required int InFlightMax { get; init; }

    public required long Seed { get; init; }

    /// <summary>How many of a hundred offers are accepted.</summary>
    public required int AcceptPercent { get; init; }

    /// <summary>How many of a hundred are declined; the others are left for another day.</summary>
    public required int DeclinePercent { get; init; }

    /// <summary>How many of a hundred of those accepted are for now; the others are for later.</summary>
    public required int NowPercent { get; init; }

    /// <summary>How long users stay connected.</summary>
    public required TimeSpan Stay { get; init; }

    /// <summary>True to offer nothing: users find what is offered already.</summary>
    public required bool WithoutPublishing { get; init; }
}
