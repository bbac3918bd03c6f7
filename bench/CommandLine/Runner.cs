using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Wuying.Bench.Measuring;
using Wuying.Bench.Reports;
using Wuying.Harness;

namespace Wuying.Bench.CommandLine;

/// <summary>Runs measurements: one in this process, several in a process of its own each, so that none has what another has left behind.</summary>
internal static class Runner
{
    /// <summary>The exit code when a measurement could not be made, or what was measured broke a rule.</summary>
    private const int Failed = 1;

    /// <summary>Runs what is asked for.</summary>
    /// <returns>The exit code; a goal that is missed is no failure.</returns>
    public static async Task<int> RunAsync(BenchRequest request, CancellationToken cancellationToken)
    {
        var startedAt = SystemClock.Instance.GetUtcNow();
        ImmutableArray<Findings> findings = request.Measurements is [var one]
            ? [await MeasureAsync(one, request.Settings)]
            : await MeasureEachAsync(request, cancellationToken);
        if (request.JsonFile is { } file)
        {
            await new Run(startedAt, Machine.This, request.Settings, findings).SaveAsync(file.FullName);
        }

        return findings.Length == request.Measurements.Length && findings.All(each => each.IsSound) ? 0 : Failed;
    }

    private static async Task<Findings> MeasureAsync(IMeasurement measurement, Settings settings)
    {
        var findings = await measurement.MeasureAsync(settings, new ErrorProgress(measurement.Name));
        var console = ResultTable.Console();
        ResultTable.Write(console, findings);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{SystemClock.Instance.GetUtcNow():yyyy-MM-dd HH:mm}Z, {Machine.This}"));
        console.WriteLine();
        return findings;
    }

    private static async Task<ImmutableArray<Findings>> MeasureEachAsync(BenchRequest request, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var findings = ImmutableArray.CreateBuilder<Findings>();
        foreach (var measurement in request.Measurements)
        {
            var file = folder.File($"{measurement.Name}.json");
            using var process = Process.Start(Path.Combine(AppContext.BaseDirectory, "Wuying.Bench"), ArgumentsOf(measurement, request.Settings, file));
            await process.WaitForExitAsync(cancellationToken);
            if (File.Exists(file))
            {
                findings.AddRange((await Run.LoadAsync(file)).Measurements);
            }
        }

        return findings.ToImmutable();
    }

    private static IEnumerable<string> ArgumentsOf(IMeasurement measurement, Settings settings, string file) =>
    [
        "--only", measurement.Name, "--json", file,
        .. settings.IsQuick ? ["--quick"] : Array.Empty<string>(),
        .. Given("--computers", settings.Computers), .. Given("--callers", settings.Callers), .. Given("--rounds", settings.Rounds),
        .. Given("--seconds", settings.Seconds), .. Given("--nights", settings.Nights), .. Given("--seed", settings.Seed),
    ];

    private static string[] Given(string option, int? value) => value is { } given ? [option, given.ToString(CultureInfo.InvariantCulture)] : [];
}
