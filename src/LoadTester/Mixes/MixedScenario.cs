using System.Globalization;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Nights;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Mixes;

/// <summary>Everything at once: people look at the fleet, schedule, change and cancel updates, connect and disconnect.</summary>
/// <param name="plan">How.</param>
internal sealed class MixedScenario(MixedPlan plan) : IScenario
{
    private const int DaysMax = 10;

    public string Name => "mixed";

    public string Title => "A mixture of requests";

    public bool EndsEverything => false;

    public IReadOnlyList<Setting> Settings =>
    [
        new("regions", plan.Regions.Count == 0 ? "all that have computers" : string.Join(", ", plan.Regions)),
        new("rate", string.Create(CultureInfo.InvariantCulture, $"{plan.Rate:N0} requests/s")),
        new("duration", new Duration(plan.Duration).ToString()),
        new("requests at the same time", string.Create(CultureInfo.InvariantCulture, $"{plan.InFlightMax:N0} at most")),
        new("weights", plan.Weights.ToString()),
    ];

    public async Task DoAsync(Run run, CancellationToken stop)
    {
        var regions = await FleetReader.FindRegionsAsync(run.Calls, plan.Regions, stop);
        var (days, _) = await run.TimeAsync("publish", "", _ => PrepareAsync(run, regions, stop));
        var (computers, _) = await run.TimeAsync("read the fleet", "", _ => FleetReader.ReadComputersAsync(run.Calls, regions, stop));
        run.Result.Figures.Add(new Figure("computers there are", computers.Count, "computers", Origin.Measured));
        var mixture = new Mixture(computers, days, plan.Weights, plan.Seed, run.Keys);
        run.Result.Pace = await LoadRunner.RunAsync(
            run, new OpenLoop(run.Clock, plan.Rate, plan.Duration, plan.InFlightMax), "requests",
            due => run.Measured.SendAsync(mixture.Next(), due.At, stop), stop);
    }

    // There must be a version to update to, and days to do it on.
    private static async Task<Dictionary<string, IReadOnlyList<string>>> PrepareAsync(Run run, IReadOnlyList<RegionView> regions, CancellationToken stop)
    {
        var publisher = new Publisher(run.Calls, new VersionNumbers(run.Clock.GetUtcNow()), run.Clock);
        var days = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var region in regions)
        {
            await publisher.NeededAsync(region.RegionId, stop);
            var pickable = new List<string>();
            await foreach (var day in run.Calls.ListQuotasAsync(region.RegionId, "", stop))
            {
                pickable.AddRange(day.Pickable && pickable.Count < DaysMax ? [day.Date] : []);
            }

            days[region.RegionId] = pickable.Count > 0
                ? pickable
                : throw new ServiceException($"{region.RegionId} has no day that can be picked: its quota is used up for a month.");
        }

        return days;
    }
}
