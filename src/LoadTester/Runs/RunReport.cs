using System.Globalization;
using System.Text.Json.Serialization;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Nights;

namespace Wuying.LoadTester.Runs;

/// <summary>What came of a run: everything that a report shows.</summary>
internal sealed record RunReport
{
    /// <summary>The command.</summary>
    public required string Scenario { get; init; }

    /// <summary>It in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The service, or the file.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>True when it was broken off by hand.</summary>
    public required bool IsInterrupted { get; init; }

    /// <summary>The service's clock; null when there was no service.</summary>
    public ClockFigures? Clock { get; init; }

    /// <summary>Where the load came from.</summary>
    public required MachineFigures Machine { get; init; }

    public required IReadOnlyList<Setting> Settings { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<NightFigures> Nights { get; init; }

    /// <summary>The parts of the run.</summary>
    public IReadOnlyList<Phase> Phases { get; init; } = [];

    /// <summary>The measured requests; null when there were none.</summary>
    public LoadFigures? Load { get; init; }

    /// <summary>The check of the history; null when there was none.</summary>
    public CheckFigures? Check { get; init; }

    public required long ErrorsAllowed { get; init; }

    /// <summary>Why the scenario could not be carried out; null when it could.</summary>
    public string? Failure { get; init; }

    /// <summary>What is not as it should be, as the scenario found it.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What a reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>True when there is no fault.</summary>
    public bool IsFine => Faults.Count == 0;

    /// <summary>What is wrong, in sentences.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. Failure is null ? [] : new[] { Failure },
        .. Problems,
        .. Load is { } load && load.Errors > ErrorsAllowed ? [Text($"{load.Errors:N0} answers were not as expected; {ErrorsAllowed:N0} are allowed.")] : Array.Empty<string>(),
        .. Check is { ViolationsTotal: > 0 } broken ? [Text($"The history breaks invariants {broken.ViolationsTotal:N0} times.")] : Array.Empty<string>(),
        .. Check is { BrokenOff: { } reason } ? [$"The history could not be read to its end: {reason}"] : Array.Empty<string>(),
    ];

    /// <summary>The exit code.</summary>
    [JsonIgnore]
    public int ExitCode => IsFine ? ExitCodes.Fine : ExitCodes.NotFine;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
