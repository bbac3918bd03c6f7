using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Wuying.Bench.Measuring;

namespace Wuying.Bench.CommandLine;

/// <summary>The program's command line.</summary>
internal sealed class BenchCommand
{
    private readonly ImmutableArray<IMeasurement> _all;
    private readonly Option<string[]> _only;
    private readonly Option<bool> _list = new("--list") { Description = "Names the measurements, with what each heeds, and ends." };
    private readonly Option<bool> _quick = new("--quick") { Description = "Smaller fleets and shorter rounds: to see that everything runs, not to quote." };
    private readonly Option<FileInfo?> _json = new("--json") { Description = "Writes the results to a file besides, with machine, date and settings.", HelpName = "FILE" };
    private readonly Option<int?> _computers = Count("--computers", "How many computers.");
    private readonly Option<int?> _callers = Count("--callers", "How many callers, or connections, at the same time.");
    private readonly Option<int?> _rounds = Count("--rounds", "How often each way is measured; the median counts.");
    private readonly Option<int?> _seconds = Count("--seconds", "How long a round takes.");
    private readonly Option<int?> _nights = Count("--nights", "How many nights.");
    private readonly Option<int?> _seed = new("--seed") { Description = "Of all that happens by chance.", HelpName = "NUMBER" };

    /// <summary>Makes it.</summary>
    /// <param name="all">The measurements there are, in the order in which they are run.</param>
    public BenchCommand(ImmutableArray<IMeasurement> all)
    {
        _all = all;
        _only = new Option<string[]>("--only")
        {
            Description = "Only these measurements: " + string.Join(", ", all.Select(measurement => measurement.Name)) + ".",
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        _only.AcceptOnlyFromAmong([.. all.Select(measurement => measurement.Name)]);
        _json.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { Directory.Exists: false } file)
            {
                result.AddError($"There is no directory {file.DirectoryName}.");
            }
        });
    }

    /// <summary>Builds it.</summary>
    /// <param name="runAsync">Runs what is asked for; returns the exit code.</param>
    public RootCommand Build(Func<BenchRequest, CancellationToken, Task<int>> runAsync)
    {
        var command = new RootCommand("Measures WuyingOrleans: prints figures, with their ratios to baselines of the same run. What is not set, each measurement chooses itself: see --list.")
        {
            _only, _list, _quick, _json, _computers, _callers, _rounds, _seconds, _nights, _seed,
        };
        command.SetAction((result, cancellationToken) => result.GetValue(_list) ? ListAsync(result) : runAsync(Read(result), cancellationToken));
        return command;
    }

    private static Option<int?> Count(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "COUNT" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError($"{name} takes a number from 1 on.");
            }
        });
        return option;
    }

    private async Task<int> ListAsync(ParseResult result)
    {
        foreach (var measurement in _all)
        {
            await result.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{measurement.Name,-20} {measurement.Summary}{Environment.NewLine}{"",-20} {measurement.Heeds}"));
        }

        return 0;
    }

    private BenchRequest Read(ParseResult result)
    {
        var only = result.GetValue(_only) ?? [];
        return new BenchRequest(
            [.. _all.Where(measurement => only.Length == 0 || only.Contains(measurement.Name))],
            new Settings
            {
                IsQuick = result.GetValue(_quick),
                Computers = result.GetValue(_computers),
                Callers = result.GetValue(_callers),
                Rounds = result.GetValue(_rounds),
                Seconds = result.GetValue(_seconds),
                Nights = result.GetValue(_nights),
                Seed = result.GetValue(_seed),
            },
            result.GetValue(_json));
    }
}
