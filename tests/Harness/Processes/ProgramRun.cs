using System.Diagnostics;

namespace Wuying.Harness.Processes;

/// <summary>One of this project's programs, run to its end.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it said on standard output.</param>
/// <param name="Error">What it said on standard error.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs it.</summary>
    /// <param name="program">Its project's folder under <c>src</c>.</param>
    /// <param name="args">Its command line.</param>
    public static Task<ProgramRun> RunAsync(string program, params string[] args) => RunAsync(program, [], args);

    /// <summary>Runs it with more in its environment.</summary>
    public static async Task<ProgramRun> RunAsync(string program, IEnumerable<(string Name, string Value)> environment, params string[] args)
    {
        var start = new ProcessStartInfo(ServiceProcess.ExecutableOf(program), args) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ProgramRun(process.ExitCode, await output, await error);
    }
}
