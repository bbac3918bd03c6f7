using System.Globalization;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Bench.Months;

/// <summary>A month of a fleet in two regions: a version a week, pushed to users who work; and each day some computers are given the update for the next night, as far as the quota goes.</summary>
internal sealed class Month(TestFleet fleet, int computers, int nights)
{
    private const string Operator = "operator";
    private const int DaysBetweenVersions = 7;
    private const int Offices = 7;
    private const int NightsForAll = 6;
    private const int DaysAfterwards = 2;

    // A Monday: morning in Hangzhou, night in Frankfurt, where the clocks change on the last night but a few.
    private static readonly DateTimeOffset StartsAt = new(2024, 3, 11, 1, 0, 0, TimeSpan.Zero);

    // The operator's hour: six in the evening in Hangzhou, eleven or twelve in Frankfurt.
    private static readonly TimeSpan OperatorAt = TimeSpan.FromHours(9);

    private readonly SortedDictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<RegionId, UpdateTarget> _latest = [];

    /// <summary>The regions it takes place in.</summary>
    public static RegionId[] Regions { get; } = [A.Hangzhou, new("eu-central-1")];

    /// <summary>The time that passes for the fleet.</summary>
    public TimeSpan SimulatedTime => TimeSpan.FromDays(nights + DaysAfterwards);

    /// <summary>The refusals that the requests for updates met, by code.</summary>
    public IReadOnlyDictionary<string, long> Refusals => _refusals;

    /// <summary>Starts a world with users who come and go, and machines of which some fail.</summary>
    public static Task<TestFleet> StartAsync(string storePath, int seed) => TestFleet.StartAsync(
        storePath, StartsAt,
        ("Simulation:Seed", seed.ToString(CultureInfo.InvariantCulture)),
        ("Simulation:UpdateFailureRate", "0.03"),
        ("Simulation:SnapshotFailureRate", "0.03"),
        ("Simulation:RestoreFailureRate", "0.02"),
        ("Simulation:PowerFailureRate", "0.01"),
        ("Simulation:SilenceRate", "0.005"),
        ("Simulation:Users:Activity", "0.7"),
        ("Simulation:Users:ForgottenRate", "0.1"),
        ("Simulation:Users:NightVisitRate", "0.03"),
        ("Simulation:Users:AcceptRate", "0.3"),
        ("Simulation:Users:DeclineRate", "0.2"));

    /// <summary>Sets quotas and adds the computers: two thirds on custom images, one in ten stopped.</summary>
    public async Task PrepareAsync()
    {
        foreach (var region in Regions)
        {
            await fleet.SetQuotaAsync(region, Math.Max(1, computers / Regions.Length / NightsForAll));
        }

        await fleet.AddAsync(Enumerable.Range(0, computers).Select(Computer));
    }

    /// <summary>Lives through the month, and through two quiet days after it in which everything comes to its end.</summary>
    public async Task PassAsync()
    {
        for (var day = 0; day < nights; day++)
        {
            await fleet.AdvanceAsync(StartsAt.AddDays(day) + OperatorAt);
            foreach (var region in Regions)
            {
                await OperateAsync(region, day);
            }
        }

        await fleet.AdvanceAsync(StartsAt.AddDays(nights));
        foreach (var region in Regions)
        {
            await StopPushAsync(region);
        }

        await fleet.AdvanceAsync(StartsAt.AddDays(nights + DaysAfterwards));
    }

    private static CloudComputer Computer(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"ecd-{number:D6}");
        return A.Computer(id, number % 10 == 0 ? CloudComputerStatus.Stopped : CloudComputerStatus.Running, Regions[number % Regions.Length]) with
        {
            ImageType = number % 3 == 0 ? ImageType.System : ImageType.Custom,
            OfficeNetworkId = OfficeOf(number / Regions.Length),
        };
    }

    private static string OfficeOf(int number) => string.Create(CultureInfo.InvariantCulture, $"office-{number % Offices}");

    private async Task OperateAsync(RegionId region, int day)
    {
        if (day % DaysBetweenVersions == 0)
        {
            var version = new ImageVersion(string.Create(CultureInfo.InvariantCulture, $"2.7.{day / DaysBetweenVersions}-R-20240311.101500"));
            _latest[region] = await fleet.PublishAsync(region, version, push: true);
            await WaitForPushAsync(region);
        }

        await RestoreFaultedAsync(region);
        await ScheduleAsync(region, day);
    }

    // By filter, as an operator would: one office a night, of the computers that are behind. Just after a publication all are asked, and the quota
    // refuses most. Users who accept an offer take places of the same quota.
    private async Task ScheduleAsync(RegionId region, int day)
    {
        var target = _latest[region];
        var behind = (await fleet.Queries.CountVersionsAsync(region)).Select(count => count.Version).Where(target.IsNewerThan);
        var tomorrow = ProductRegion.CalendarOf(region).DayOf(await fleet.NowAsync()).AddDays(1);
        var office = day % DaysBetweenVersions == 0 ? null : OfficeOf(day);
        var id = string.Create(CultureInfo.InvariantCulture, $"night-{region}-{day}");
        await fleet.Grains.GetGrain<IBulkOperationGrain>(id).BeginAsync(
            region,
            new ComputerFilter { RegionId = region, OfficeNetworkId = office, Versions = [.. behind] },
            new BulkCommand(A.Scheduled(target, tomorrow), CancelRequestedBy: null));
        foreach (var (code, count) in (await WaitForAsync(id)).RejectedByCode)
        {
            _refusals[code] = _refusals.GetValueOrDefault(code) + count;
        }
    }

    private async Task RestoreFaultedAsync(RegionId region)
    {
        var faulted = await fleet.Queries.ListComputersAsync(
            new ComputerFilter { RegionId = region, Status = CloudComputerStatus.Faulted }, after: null, limit: 1_000);
        await Task.WhenAll(faulted.Items
            .Where(computer => !computer.Snapshots.IsEmpty)
            .Select(computer => fleet.Computer(computer.Id.Value).RestoreAsync(computer.Snapshots[^1].Id, stopFirst: false, Operator)));
    }

    // The offers that nobody has decided about are taken back, so that all that was ever asked has an outcome.
    private async Task StopPushAsync(RegionId region)
    {
        var grain = fleet.Grains.GetGrain<IRegionGrain>(region.Value);
        await grain.ChangeAsync(automaticPush: false, dailyUpdateQuota: null, Operator);
        await grain.StopPushAsync(_latest[region].Version, PushScope.Region, $"stop-{region}", Operator);
        await WaitForPushAsync(region);
    }

    private async Task WaitForPushAsync(RegionId region)
    {
        if (await fleet.Grains.GetGrain<IRegionGrain>(region.Value).GetAsync() is { LatestPush: { } order })
        {
            await WaitForAsync(PushOperationId.Of(region, order.Number));
        }
    }

    // A bulk operation works on its own account; the clock stands still until it is through.
    private async Task<BulkOperation> WaitForAsync(string id)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (await timer.WaitForNextTickAsync())
        {
            if (await fleet.Queries.FindOperationAsync(id) is { FinishedAt: not null } finished)
            {
                return finished;
            }
        }

        throw new InvalidOperationException($"{id} never ended.");
    }
}
