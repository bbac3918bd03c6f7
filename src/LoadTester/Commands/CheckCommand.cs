using System.CommandLine;
using Wuying.LoadTester.Checks;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that checks a history: a running service's, or a recorded one.</summary>
internal static class CheckCommand
{
    public static Command Create(ProgramParts parts)
    {
        var command = new DetailedCommand("check", "Checks the history of a fleet against the rule book, event by event.", """
            Reads all events of a running service, compares the quota's ledger and what users were told, and shows each violation with the
            events that prove it. With --file it does the same with a recording, made by the command record, without any service.

            Examples:
              Wuying.LoadTester check --url http://127.0.0.1:5080
              Wuying.LoadTester check --file events.ndjson --all-ended
            """);
        var file = new Option<FileInfo>("--file") { HelpName = "FILE", Description = "A recording to check, instead of a running service." };
        file.AcceptExistingOnly();
        var duration = OptionKinds.Duration("--duration", "How long to follow what happens; 0s ends with the newest event there is.", TimeSpan.Zero, TimeSpan.Zero);
        var allEnded = AllEnded();
        command.Add(file);
        command.Add(duration);
        command.Add(allEnded);
        var common = new CommonOptions(command, isCheck: true);
        OptionKinds.AddCheck(command, result =>
            result.GetResult(file) is not null && (common.HasUrl(result) || result.GetResult(duration) is { Implicit: false })
                ? "--file is a recording; --url and --duration are about a running service."
                : null);
        command.SetAction((parsed, stop) => parsed.GetValue(file) is { } recording
            ? parts.CheckFileAsync(recording.FullName, parsed.GetValue(allEnded), common.ReadReport(parsed, command.Name, parts.Now), stop)
            : parts.RunAsync(
                common.Read(parsed, command.Name, parts.Now), new CheckScenario(parsed.GetValue(duration).Time, parsed.GetValue(allEnded), recording: null), stop));
        return command;
    }

    /// <summary>Whether all must be over.</summary>
    public static Option<bool> AllEnded() => new("--all-ended")
    {
        Description = "All that was asked must have come to its end: no update is left, no machine is at work, no stopped push is shown.",
    };
}
