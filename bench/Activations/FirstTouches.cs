using Wuying.Bench.Hosting;
using Wuying.Bench.Measuring;
using Wuying.Contracts;
using Wuying.Harness;

namespace Wuying.Bench.Activations;

/// <summary>How fast stored computers become active, and what they weigh then, in the whole program.</summary>
internal sealed class FirstTouches : IMeasurement
{
    private const int Computers = 100_000;
    private const int ComputersInQuick = 10_000;
    private const int Callers = 1_000;
    private const double KiloByte = 1_000;
    private const double MegaByte = 1_000_000;

    public string Name => "activation";

    public string Summary => "Stored computers touched for the first time: activations a second, memory of each, working set of the program with all of them active.";

    public string Heeds => "--computers 100000 --callers 1000";

    public async Task<Findings> MeasureAsync(Settings settings, IProgress<string> progress)
    {
        var computers = settings.Choose(settings.Computers, Computers, ComputersInQuick);
        var callers = settings.Callers ?? Callers;
        using var folder = new TemporaryFolder();
        var store = await StoredFleet.MakeAsync(folder, computers, progress);
        await using var api = await ApiHost.StartAsync(store);
        var grains = api.Grains;
        await TouchAsync(grains, 0);

        progress.Report("all are touched");
        var before = ManagedBytes();
        var workingSetBefore = Environment.WorkingSet;
        var took = await ClosedLoop.DoAllAsync(callers, computers, number => TouchAsync(grains, number));
        var (workingSet, committed) = (Environment.WorkingSet, CommittedBytes());
        var after = ManagedBytes();
        await ExpectActiveAsync(grains, computers);
        return new Findings(
            Name,
            [
                Figure.Configured("computers", computers), Figure.Configured("callers", callers),
                new("first touches", computers / took.TotalSeconds, "activations/s"),
                new Figure("managed memory of an active computer", (after - before) / KiloByte / computers, "kB").ShouldBe(Goal.AtMost(4)),
                new Figure("working set with all active", workingSet / MegaByte, "MB").ShouldBe(Goal.AtMost(1_000)),
                new("of that, committed by the garbage collector", committed / MegaByte, "MB"),
                new("working set after a full collection", Environment.WorkingSet / MegaByte, "MB"),
                new("of that, committed by the garbage collector", CommittedBytes() / MegaByte, "MB"),
                new("managed memory with all active", after / MegaByte, "MB"),
                new("working set with none active", workingSetBefore / MegaByte, "MB"),
                new("managed memory with none active", before / MegaByte, "MB"),
            ])
        {
            Notes = ["The whole program runs in this process, on SQLite; the store was made by another. Each computer has an update scheduled. Managed memory is what full collections leave."],
        };
    }

    private static async Task TouchAsync(IGrainFactory grains, int number)
    {
        var id = NumberedComputers.IdOf(number);
        if ((await grains.Computer(id).GetAsync())?.PendingUpdate is null)
        {
            throw new InvalidOperationException($"{id} has no update.");
        }
    }

    private static long ManagedBytes()
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static long CommittedBytes() => GC.GetGCMemoryInfo().TotalCommittedBytes;

    private static async Task ExpectActiveAsync(IGrainFactory grains, int computers)
    {
        var counts = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        var active = counts.Where(count => count.GrainType.Contains("CloudComputerGrain", StringComparison.Ordinal)).Sum(count => count.ActivationCount);
        if (active != computers)
        {
            throw new InvalidOperationException($"{active} of {computers} computers ({GrainTypes.CloudComputer}) are active.");
        }
    }
}
