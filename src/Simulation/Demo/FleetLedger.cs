using System.Collections.Immutable;

namespace Wuying.Simulation.Demo;

/// <summary>Which numbers of simulated computers are given out, and to whom. A number is given out once, whatever becomes of the computer.</summary>
[GenerateSerializer, Immutable, Alias("wuying.fleet-ledger")]
internal sealed record FleetLedger
{
    /// <summary>The most finished requests that are remembered: those that may still be repeated.</summary>
    public const int FinishedMax = 100;

    /// <summary>Before anything was given out.</summary>
    public static readonly FleetLedger Empty = new();

    /// <summary>The highest number given out.</summary>
    [Id(0)] public int LastNumber { get; init; }

    /// <summary>The request that is being worked off; null when there is none.</summary>
    [Id(1)] public FleetGrowth? UnderWay { get; init; }

    /// <summary>Requests that were worked off, the latest last.</summary>
    [Id(2)] public ImmutableArray<FinishedGrowth> Finished { get; init; } = [];

    /// <summary>Gives out numbers behind all that were given out, and behind those that were found.</summary>
    /// <param name="request">Who gets them; its first number does not count.</param>
    /// <param name="highestFound">The highest number that a computer has, whoever made it; 0 when none has one.</param>
    /// <exception cref="InvalidOperationException">Another request is being worked off.</exception>
    public FleetLedger Begin(FleetGrowth request, int highestFound)
    {
        if (UnderWay is { } other)
        {
            throw new InvalidOperationException($"{other} is being worked off.");
        }

        var first = Math.Max(LastNumber, highestFound) + 1;
        return this with { LastNumber = first + request.Count - 1, UnderWay = request with { First = first } };
    }

    /// <summary>Ends the request under way.</summary>
    /// <param name="added">How many computers there are more.</param>
    public FleetLedger End(int added)
    {
        var request = UnderWay ?? throw new InvalidOperationException("No request is being worked off.");
        var kept = Finished.Length < FinishedMax ? Finished : Finished.RemoveAt(0);
        return this with { UnderWay = null, Finished = kept.Add(new(request.RequestId, added)) };
    }

    /// <summary>What came of a request; null when it is not remembered.</summary>
    public int? FindAdded(string requestId) => Finished.LastOrDefault(finished => finished.RequestId == requestId)?.Added;
}
