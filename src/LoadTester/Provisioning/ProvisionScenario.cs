using System.Globalization;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Provisioning;

/// <summary>Makes a fleet.</summary>
/// <param name="plan">Which.</param>
internal sealed class ProvisionScenario(FleetPlan plan) : IScenario
{
    public string Name => "provision";

    public string Title => "Making a fleet";

    public bool EndsEverything => false;

    public IReadOnlyList<Setting> Settings =>
    [
        new("computers", plan.Computers.ToString("N0", CultureInfo.InvariantCulture)),
        new("regions", string.Join(", ", plan.Regions)),
        new("prefix of ids", plan.Prefix),
        new("running", $"{plan.RunningPercent} %"),
        new("connected, of those that run", $"{plan.ConnectedPercent} %"),
    ];

    public async Task DoAsync(Run run, CancellationToken stop)
    {
        await FleetMaker.MakeAsync(run, plan, stop);
        foreach (var region in plan.Regions)
        {
            var summary = await run.Calls.SummarizeAsync(region, stop);
            run.Result.Figures.Add(new Figure($"computers in {region}", summary.Total, "computers", Origin.Measured));
        }
    }
}
