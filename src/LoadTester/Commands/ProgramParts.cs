using Spectre.Console;
using Wuying.LoadTester.Checks;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Commands;

/// <summary>What commands are carried out with.</summary>
/// <param name="console">Where they are shown.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class ProgramParts(IAnsiConsole console, TimeProvider clock)
{
    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Carries a scenario out.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> RunAsync(RunOptions options, IScenario scenario, CancellationToken stop) =>
        new ScenarioRunner(options, console, clock).RunAsync(scenario, stop);

    /// <summary>Checks a recording.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> CheckFileAsync(string path, bool expectAllEnded, string reportFolder, CancellationToken stop) =>
        new FileCheck(path, expectAllEnded, reportFolder).RunAsync(console, clock, stop);
}
