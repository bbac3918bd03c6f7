using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Load;

namespace Wuying.LoadTester.Histories;

/// <summary>What a check of a history brought.</summary>
internal sealed record CheckFigures
{
    /// <summary>Violations whose events are looked up.</summary>
    public const int ProvenMax = 200;

    public required long Events { get; init; }

    /// <summary>How long it took, in seconds; while it followed a running service, how long it followed.</summary>
    public required double Seconds { get; init; }

    /// <summary>The most memory that this program had, in megabytes.</summary>
    public required double MemoryMegabytes { get; init; }

    public required long ViolationsTotal { get; init; }

    /// <summary>The first ten thousand violations.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <summary>The events that prove the first of them, by sequence.</summary>
    public IReadOnlyDictionary<long, HistoryEvent> Evidence { get; init; } = new Dictionary<long, HistoryEvent>();

    /// <summary>How many updates ended, by the event that ended them.</summary>
    public required IReadOnlyDictionary<string, int> EndedBy { get; init; }

    /// <summary>How many events of each kind there were.</summary>
    public required IReadOnlyDictionary<string, int> Kinds { get; init; }

    /// <summary>What the verdict rests on.</summary>
    public required IReadOnlyList<string> Assumptions { get; init; }

    /// <summary>Days whose ledger was compared with the events.</summary>
    public int LedgersCompared { get; init; }

    /// <summary>Users whose notifications were compared with the events.</summary>
    public int UsersCompared { get; init; }

    /// <summary>True when all that was asked had to have ended.</summary>
    public required bool ExpectsAllEnded { get; init; }

    /// <summary>How many events came when; empty when it was read from a file.</summary>
    public IReadOnlyList<SliceFigures> Timeline { get; init; } = [];

    /// <summary>Why the history could not be read to its end; null when it could.</summary>
    public string? BrokenOff { get; init; }

    /// <summary>True when the history was read to its end and breaks nothing.</summary>
    public bool IsClean => ViolationsTotal == 0 && BrokenOff is null;

    /// <summary>What a checker found; evidence and comparisons are added by whoever has them.</summary>
    public static CheckFigures Of(HistoryChecker checker, TimeSpan elapsed, bool expectsAllEnded) => new()
    {
        Events = checker.Events,
        Seconds = elapsed.TotalSeconds,
        MemoryMegabytes = Memory.PeakMegabytes,
        ViolationsTotal = checker.ViolationsTotal,
        Violations = checker.Violations,
        EndedBy = checker.EndedBy,
        Kinds = checker.Kinds,
        Assumptions = checker.Assumptions,
        ExpectsAllEnded = expectsAllEnded,
    };

    /// <summary>The events that the first violations rest on.</summary>
    public static IReadOnlySet<long> SequencesOf(IEnumerable<Violation> violations) =>
        violations.Take(ProvenMax).SelectMany(violation => violation.Sequences).ToHashSet();
}
