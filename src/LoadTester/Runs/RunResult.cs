using Wuying.LoadTester.Load;
using Wuying.LoadTester.Nights;

namespace Wuying.LoadTester.Runs;

/// <summary>What a scenario brings, as it goes on.</summary>
internal sealed class RunResult
{
    public List<Figure> Figures { get; } = [];

    public List<NightFigures> Nights { get; } = [];

    /// <summary>What began when, in the order of time.</summary>
    public List<Phase> Phases { get; } = [];

    /// <summary>What is not as it should be, besides unexpected answers and broken invariants.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>What a reader should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>How well the pace was kept; null when there was none.</summary>
    public OpenLoopFigures? Pace { get; set; }
}
