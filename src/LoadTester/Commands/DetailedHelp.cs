using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Wuying.LoadTester.Commands;

/// <summary>The help of a command, with its details at the end.</summary>
/// <param name="help">The help without them.</param>
internal sealed class DetailedHelp(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand command)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(command.Details);
        }

        return exitCode;
    }

    /// <summary>Gives a program this help.</summary>
    public static RootCommand AddTo(RootCommand program)
    {
        foreach (var option in program.Options.OfType<HelpOption>())
        {
            option.Action = new DetailedHelp(option.Action as HelpAction ?? new HelpAction());
        }

        return program;
    }
}
