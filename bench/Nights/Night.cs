using System.Diagnostics;
using Wuying.Bench.Hosting;
using Wuying.Contracts.Fleet;
using Wuying.Harness;

namespace Wuying.Bench.Nights;

/// <summary>How long the parts of a fleet's night took.</summary>
/// <param name="Computers">How many computers there were.</param>
/// <param name="Scheduling">Until each had been given its update, by one request with a filter.</param>
/// <param name="Passing">Until the clock had come to the end of the night, with all that fell due on the way.</param>
internal sealed record Night(int Computers, TimeSpan Scheduling, TimeSpan Passing)
{
    private const string Operation = "night";

    private static readonly DateTimeOffset Evening = new(2023, 10, 24, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Morning = new(2023, 10, 24, 21, 30, 0, TimeSpan.Zero);
    private static readonly DateOnly Day = new(2023, 10, 25);

    /// <summary>Lets a new fleet live through a night in which every computer is updated.</summary>
    public static async Task<Night> PassAsync(int computers)
    {
        GC.Collect();
        using var folder = new TemporaryFolder();
        await using var fleet = await TestFleet.StartAsync(folder.File("fleet.db"), Evening);
        await fleet.SetQuotaAsync(A.Hangzhou, computers);
        var target = await fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await fleet.AddAsync(NumberedComputers.First(computers));

        var watch = Stopwatch.StartNew();
        await fleet.Grains.GetGrain<IBulkOperationGrain>(Operation).BeginAsync(
            A.Hangzhou, new ComputerFilter { RegionId = A.Hangzhou }, new BulkCommand(A.Scheduled(target, Day), CancelRequestedBy: null));
        await fleet.FinishedAsync(Operation);
        var scheduling = watch.Elapsed;
        await fleet.AdvanceAsync(Morning);
        var passing = watch.Elapsed - scheduling;

        var updated = (await fleet.Queries.CountVersionsAsync(A.Hangzhou)).Where(count => count.Version == A.NewVersion).Sum(count => count.Computers);
        return updated == computers
            ? new Night(computers, scheduling, passing)
            : throw new InvalidOperationException($"{updated} of {computers} computers were updated.");
    }
}
