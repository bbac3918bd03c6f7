using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Commands;

/// <summary>The options that all commands have which speak with a service.</summary>
internal sealed class CommonOptions
{
    private const string ReportsFolder = "load-reports";

    private readonly Option<Uri> _url = OptionKinds.Of("--url", "URL", "Where the service is.", new Uri("http://127.0.0.1:5080"), OptionKinds.ParseUrl);

    private readonly Option<long> _seed = OptionKinds.Whole(
        "--seed", "NUMBER", "What decides whatever is left to chance: the same seed on the same fleet gives the same requests.", 1, 0, int.MaxValue - 1);

    private readonly Option<long> _errors = OptionKinds.Whole(
        "--errors-allowed", "COUNT", "Answers that nobody expects, and that still let the run pass. Refusals of the rule book are no errors.", 0, 0, long.MaxValue);

    private readonly Option<string?> _report = new("--report")
    {
        HelpName = "DIR",
        Description = $"Where report.json and report.html go. [default: {ReportsFolder}/COMMAND-TIME]",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Read the history along and check every invariant; what is broken is shown with the events that prove it. This is the default.",
    };

    private readonly Option<bool> _noCheck = new("--no-check")
    {
        Description = "Do not: the check reads every event, and takes processor time from the service if it is on the same machine.",
    };

    private readonly bool _isCheck;

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isCheck">True when the command is a check itself.</param>
    public CommonOptions(Command command, bool isCheck = false)
    {
        _isCheck = isCheck;
        command.Add(_url);
        command.Add(_report);
        if (isCheck)
        {
            return;
        }

        command.Add(_seed);
        command.Add(_errors);
        command.Add(_check);
        command.Add(_noCheck);
        OptionKinds.AddCheck(command, result =>
            result.GetValue(_check) && result.GetValue(_noCheck) ? "--check and --no-check contradict each other." : null);
    }

    /// <summary>What the command line says.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="now">The time.</param>
    public RunOptions Read(ParseResult parsed, string command, DateTimeOffset now) => new()
    {
        Url = parsed.GetValue(_url)!,
        Seed = _isCheck ? 0 : parsed.GetValue(_seed),
        ReportFolder = ReadReport(parsed, command, now),
        Checks = _isCheck || !parsed.GetValue(_noCheck),
        ErrorsAllowed = _isCheck ? 0 : parsed.GetValue(_errors),
    };

    /// <summary>Where the report goes.</summary>
    public string ReadReport(ParseResult parsed, string command, DateTimeOffset now) =>
        parsed.GetValue(_report) ?? Path.Combine(ReportsFolder, string.Create(CultureInfo.InvariantCulture, $"{command}-{now:yyyyMMdd-HHmmss}"));

    /// <summary>True when an address was given.</summary>
    public bool HasUrl(SymbolResult result) => result.GetResult(_url) is { Implicit: false };

    /// <summary>What decides whatever is left to chance.</summary>
    public long ReadSeed(ParseResult parsed) => parsed.GetValue(_seed);
}
