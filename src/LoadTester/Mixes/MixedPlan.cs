namespace Wuying.LoadTester.Mixes;

/// <summary>What a mixture is made of.</summary>
internal sealed record MixedPlan
{
    /// <summary>The regions; empty for all that have computers.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    /// <summary>Requests a second.</summary>
    public required double Rate { get; init; }

    public required TimeSpan Duration { get; init; }

    public required int InFlightMax { get; init; }

    public required long Seed { get; init; }

    public required Weights Weights { get; init; }
}
