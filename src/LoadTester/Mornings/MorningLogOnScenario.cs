using System.Globalization;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Nights;
using Wuying.LoadTester.Runs;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Mornings;

/// <summary>Users come to work: they log on, answer what is offered to them, connect and disconnect.</summary>
/// <param name="plan">How.</param>
internal sealed class MorningLogOnScenario(MorningPlan plan) : IScenario
{
    public string Name => "morning-log-on";

    public string Title => "Users log on in the morning";

    public bool EndsEverything => false;

    public IReadOnlyList<Setting> Settings =>
    [
        new("regions", plan.Regions.Count == 0 ? "all that have computers" : string.Join(", ", plan.Regions)),
        new("rate", string.Create(CultureInfo.InvariantCulture, $"{plan.Rate:N0} users/s")),
        new("duration", new Duration(plan.Duration).ToString()),
        new("users at the same time", string.Create(CultureInfo.InvariantCulture, $"{plan.InFlightMax:N0} at most")),
        new("offers", $"{plan.AcceptPercent} % accepted, of these {plan.NowPercent} % for now; {plan.DeclinePercent} % declined"),
        new("stay", new Duration(plan.Stay).ToString()),
        new("new version", plan.WithoutPublishing ? "none" : "published and pushed where nothing is offered"),
    ];

    public async Task DoAsync(Run run, CancellationToken stop)
    {
        var regions = await FleetReader.FindRegionsAsync(run.Calls, plan.Regions, stop);
        if (!plan.WithoutPublishing)
        {
            await OfferAsync(run, regions, stop);
        }

        var (computers, _) = await run.TimeAsync("read the fleet", "", _ => FleetReader.ReadComputersAsync(run.Calls, regions, stop));
        var users = computers.Where(computer => computer.AssignedUserIds.Count > 0).Select(computer => (computer.AssignedUserIds[0], computer.ComputerId)).ToArray();
        if (users.Length == 0)
        {
            throw new ServiceException("Nobody is assigned to any computer.");
        }

        run.Result.Figures.Add(new Figure("users there are", users.Length, "users", Origin.Measured));
        var visits = new Visits(users, plan);
        var morning = new Morning(run, plan.Stay);
        run.Result.Pace = await LoadRunner.RunAsync(
            run, new OpenLoop(run.Clock, plan.Rate, plan.Duration, plan.InFlightMax), "visits", due => morning.GoAsync(visits.Next(), due, stop), stop);
    }

    private static async Task OfferAsync(Run run, IReadOnlyList<RegionView> regions, CancellationToken stop)
    {
        var publisher = new Publisher(run.Calls, new VersionNumbers(run.Clock.GetUtcNow()), run.Clock);
        await run.TimeAsync("offer a version", "", async _ =>
        {
            await Task.WhenAll(regions.Select(region => publisher.OfferedAsync(region, stop)));
            return regions.Count;
        });
    }
}
