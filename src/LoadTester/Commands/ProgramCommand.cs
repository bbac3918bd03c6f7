using System.CommandLine;

namespace Wuying.LoadTester.Commands;

/// <summary>The program's command line.</summary>
internal static class ProgramCommand
{
    /// <summary>The program, with all its commands.</summary>
    public static RootCommand Create(ProgramParts parts) => DetailedHelp.AddTo(new RootCommand("""
        Loads a running WuyingOrleans service over HTTP, and checks that every invariant holds meanwhile.

        Each run ends with tables here, and with report.json and report.html in a folder. Ctrl+C ends a run early, with its report.
        Exit codes: 0 all is well; 1 an invariant is broken, or there were more errors than are allowed; 2 the command line makes no sense.
        """)
    {
        ProvisionCommand.Create(parts),
        NightlyUpdateCommand.Create(parts),
        MorningLogOnCommand.Create(parts),
        MixedCommand.Create(parts),
        CheckCommand.Create(parts),
        RecordCommand.Create(parts),
    });
}
