using System.Globalization;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Nights;

/// <summary>Updates a whole fleet, night after night.</summary>
/// <param name="plan">How.</param>
internal sealed class NightlyUpdateScenario(NightPlan plan) : IScenario
{
    public string Name => "nightly-update";

    public string Title => plan.Nights == 1 ? "A nightly update of a whole fleet" : $"{plan.Nights} nightly updates of a whole fleet";

    // What was there before may be meant for a later day.
    public bool EndsEverything => false;

    public IReadOnlyList<Setting> Settings =>
    [
        new("regions", plan.Regions.Count == 0 ? "all that have computers" : string.Join(", ", plan.Regions)),
        new("nights", plan.Nights.ToString(CultureInfo.InvariantCulture)),
        new("daily quota of each region", plan.Quota is { } quota ? quota.ToString("N0", CultureInfo.InvariantCulture) : "as it is"),
        new("snapshots", $"{plan.SnapshotLeadHours} hours before the window"),
        new("automatic push", plan.WithoutPush ? "turned off first" : "as it is"),
    ];

    public async Task DoAsync(Run run, CancellationToken stop)
    {
        var regions = await FleetReader.FindRegionsAsync(run.Calls, plan.Regions, stop);
        foreach (var region in regions.Where(_ => plan.Quota is not null || plan.WithoutPush))
        {
            await run.Calls.ChangeRegionAsync(region.RegionId, new ChangeRegionBody(plan.WithoutPush ? false : null, plan.Quota), stop);
        }

        var publisher = new Publisher(run.Calls, new VersionNumbers(run.Clock.GetUtcNow()), run.Clock);
        try
        {
            for (var number = 1; number <= plan.Nights; number++)
            {
                run.Result.Nights.Add(await new Night(run, plan, publisher, regions, number).PassAsync(stop));
            }
        }
        finally
        {
            Summarize(run.Result);
        }
    }

    private static void Summarize(RunResult result)
    {
        if (result.Nights.Count == 0)
        {
            return;
        }

        var (scheduling, passing) = (result.Nights.Sum(night => night.ScheduleSeconds), result.Nights.Sum(night => night.NightSeconds));
        result.Figures.AddRange(
        [
            new Figure("scheduling", scheduling, "s", Origin.Measured),
            new Figure("scheduled", result.Nights.Sum(night => night.Asked) / scheduling, "computers/s", Origin.Measured),
            new Figure("nights", passing, "s", Origin.Measured),
            new Figure("brought through a night", result.Nights.Sum(night => night.Accepted) / passing, "computers/s", Origin.Measured),
            new Figure("time that passed for the fleet", result.Nights.Sum(night => night.FleetHours), "h", Origin.Simulated),
            new Figure("updates that succeeded", result.Nights.Sum(night => night.ByState.GetValueOrDefault("succeeded")), "updates", Origin.Simulated),
            new Figure("updates that were missed", result.Nights.Sum(night => night.ByState.GetValueOrDefault("missed")), "updates", Origin.Simulated),
            new Figure("updates that failed", result.Nights.Sum(night => night.ByState.GetValueOrDefault("failed")), "updates", Origin.Simulated),
        ]);
    }
}
