using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Wuying.Bench.Measuring;
using Wuying.Harness;

namespace Wuying.Bench.Rules;

/// <summary>Time and garbage of the pure rules, by BenchmarkDotNet, in this process.</summary>
internal sealed class HotRules : IMeasurement
{
    private const int Iterations = 5;
    private const int IterationsInQuick = 3;
    private const int WarmUps = 3;

    private static readonly TimeInterval IterationTime = TimeInterval.FromMilliseconds(250);

    public string Name => "rules";

    public string Summary => "Nanoseconds and allocated bytes of the rules that every command and every tick runs through.";

    public string Heeds => "--rounds 5";

    public Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var iterations = settings.Choose(settings.Rounds, Iterations, IterationsInQuick);
        using var folder = new TemporaryFolder();
        progress.Report("BenchmarkDotNet measures; that takes about a minute");
        var summary = BenchmarkRunner.Run<RuleBenchmarks>(ManualConfig.CreateEmpty()
            .AddJob(Job.Default
                .WithToolchain(InProcessEmitToolchain.Instance)
                .WithWarmupCount(WarmUps)
                .WithIterationCount(iterations)
                .WithIterationTime(IterationTime))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile)
            .WithArtifactsPath(folder.File("rules")));
        return Task.FromResult(new Findings(
            Name,
            [Figure.Configured("iterations", iterations), Figure.Configured("an iteration", IterationTime.ToSeconds(), "s"), .. summary.Reports.SelectMany(FiguresOf)])
        {
            Notes = [.. summary.ValidationErrors.Where(error => error.IsCritical).Select(error => error.Message)],
            IsSound = !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success),
        });
    }

    private static IEnumerable<Figure> FiguresOf(BenchmarkReport report)
    {
        var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        yield return Figure.OfRounds(name, report.AllMeasurements.Where(IsResult).Select(each => each.GetAverageTime().Nanoseconds), "ns");
        yield return new Figure($"{name}, allocated", report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0, "bytes");
    }

    private static bool IsResult(Measurement measurement) =>
        measurement is { IterationMode: BenchmarkDotNet.Engines.IterationMode.Workload, IterationStage: BenchmarkDotNet.Engines.IterationStage.Result };
}
