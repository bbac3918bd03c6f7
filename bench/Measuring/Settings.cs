namespace Wuying.Bench.Measuring;

/// <summary>What the command line asks of measurements. What is not given, each chooses itself.</summary>
internal sealed record Settings
{
    /// <summary>Smaller fleets and shorter rounds: to see that everything runs, not to quote.</summary>
    public bool IsQuick { get; init; }

    /// <summary>How many computers.</summary>
    public int? Computers { get; init; }

    /// <summary>How many callers, or connections, at the same time.</summary>
    public int? Callers { get; init; }

    /// <summary>How often each way is measured.</summary>
    public int? Rounds { get; init; }

    /// <summary>How long a round takes.</summary>
    public int? Seconds { get; init; }

    /// <summary>How many nights.</summary>
    public int? Nights { get; init; }

    /// <summary>Of all that happens by chance.</summary>
    public int? Seed { get; init; }

    /// <summary>A setting that was given, or what a measurement chooses for a full and for a quick run.</summary>
    public int Choose(int? given, int full, int quick) => given ?? (IsQuick ? quick : full);
}
