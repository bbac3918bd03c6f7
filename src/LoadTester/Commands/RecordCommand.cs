using System.CommandLine;
using Wuying.LoadTester.Checks;

namespace Wuying.LoadTester.Commands;

/// <summary>The command that writes a history to a file.</summary>
internal static class RecordCommand
{
    public static Command Create(ProgramParts parts)
    {
        var command = new DetailedCommand("record", "Writes all events of a running service to a file, and in the end its ledgers; checks them too.", """
            One event a line, as GET /api/v1/events gives them. The command check reads it, anywhere and any time.

            Example:
              Wuying.LoadTester record --file events.ndjson --duration 10m
            """);
        var file = new Option<FileInfo>("--file") { HelpName = "FILE", Description = "The file to write; it must not be there.", Required = true };
        file.Validators.Add(result =>
        {
            var path = result.Tokens is [var token] ? token.Value : "";
            if (File.Exists(path) || Directory.Exists(path))
            {
                result.AddError($"--file: {path} is there already.");
            }
            else if (Path.GetDirectoryName(Path.GetFullPath(path.Length == 0 ? "." : path)) is { } folder && !Directory.Exists(folder))
            {
                result.AddError($"--file: there is no folder {folder}.");
            }
        });
        var duration = OptionKinds.Duration("--duration", "How long to follow what happens; 0s ends with the newest event there is.", TimeSpan.Zero, TimeSpan.Zero);
        var allEnded = CheckCommand.AllEnded();
        command.Add(file);
        command.Add(duration);
        command.Add(allEnded);
        var common = new CommonOptions(command, isCheck: true);
        command.SetAction((parsed, stop) => parts.RunAsync(
            common.Read(parsed, command.Name, parts.Now) with { Recording = parsed.GetValue(file)!.FullName },
            new CheckScenario(parsed.GetValue(duration).Time, parsed.GetValue(allEnded), parsed.GetValue(file)!.FullName),
            stop));
        return command;
    }
}
