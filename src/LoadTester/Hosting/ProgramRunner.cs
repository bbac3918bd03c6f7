using System.CommandLine;
using System.CommandLine.Invocation;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Hosting;

/// <summary>Carries a command line out.</summary>
internal static class ProgramRunner
{
    /// <summary>How long a run that was broken off by Ctrl+C may take to write its report.</summary>
    private static readonly TimeSpan ReportMax = TimeSpan.FromMinutes(5);

    /// <summary>Carries it out; one that makes no sense has an exit code of its own.</summary>
    public static async Task<int> RunAsync(RootCommand command, string[] args, TextWriter? output = null)
    {
        var parsed = command.Parse(args);
        if (parsed.Action is ParseErrorAction refusal && args.Length > 0)
        {
            // What is wrong must not drown in what would be right.
            refusal.ShowHelp = false;
        }

        var configuration = new InvocationConfiguration { ProcessTerminationTimeout = ReportMax };
        if (output is not null)
        {
            (configuration.Output, configuration.Error) = (output, output);
        }

        var exitCode = await parsed.InvokeAsync(configuration);
        return parsed.Errors.Count > 0 ? ExitCodes.BadUsage : exitCode;
    }
}
