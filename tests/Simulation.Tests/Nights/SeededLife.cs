using System.Globalization;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Harness;
using Wuying.Harness.History;

namespace Wuying.Simulation.Tests.Nights;

/// <summary>Some nights of a small fleet on real grains: who asks, connects, stops and restores what, and when, follows from the seed. Its history is checked event by event.</summary>
internal sealed class SeededLife(int seed)
{
    public const int Nights = 10;
    private const int Computers = 30;

    // Times around which zones change their clocks, and plain ones.
    private static readonly (string Region, string Zone, string StartsAt)[] Worlds =
    [
        ("cn-hangzhou", "Asia/Shanghai", "2023-10-24T10:00:00Z"),
        ("eu-central-1", "Europe/Berlin", "2024-03-26T09:00:00Z"),
        ("eu-central-1", "Europe/Berlin", "2024-10-22T11:00:00Z"),
        ("us-west-1", "America/Los_Angeles", "2024-03-05T20:00:00Z"),
        ("us-west-1", "America/Los_Angeles", "2024-10-29T23:00:00Z"),
    ];

    private readonly Random _chance = new(seed);
    private readonly (string Region, string Zone, string StartsAt) _world = Worlds[seed % Worlds.Length];
    private TestFleet _fleet = null!;
    private UpdateTarget[] _targets = [];

    public async Task<HistoryChecker> LiveAsync()
    {
        using var folder = new TemporaryFolder();
        var startsAt = DateTimeOffset.Parse(_world.StartsAt, CultureInfo.InvariantCulture);
        await using var fleet = _fleet = await TestFleet.StartAsync(
            folder.File("fleet.db"), startsAt,
            ("Simulation:Seed", seed.ToString(CultureInfo.InvariantCulture)),
            ("Simulation:UpdateFailureRate", "0.1"),
            ("Simulation:SnapshotFailureRate", "0.15"),
            ("Simulation:PowerFailureRate", "0.05"),
            ("Simulation:SilenceRate", "0.03"));
        await PrepareAsync();
        var instant = startsAt;
        while (instant < startsAt.AddDays(Nights))
        {
            var isLate = _chance.Next(6) == 0;
            instant = isLate ? NextLateHour(instant) : instant.AddMinutes(_chance.Next(5, 120));
            await _fleet.AdvanceAsync(instant);
            await Task.WhenAll(isLate ? EverybodyLeaves() : Enumerable.Range(0, _chance.Next(1, 6)).Select(_ => ActAsync(instant)));
        }

        await _fleet.AdvanceAsync(startsAt.AddDays(Nights + 5));
        var checker = new HistoryChecker(new Dictionary<string, string> { [_world.Region] = _world.Zone });
        (await _fleet.EventsAsync()).ForEach(checker.See);
        checker.ExpectAllEnded();
        return checker;
    }

    private async Task PrepareAsync()
    {
        var region = new RegionId(_world.Region);
        await _fleet.Grains.GetGrain<IRegionGrain>(region.Value).ChangeAsync(null, _chance.Next(5, 25), "test");
        await _fleet.AddAsync(Enumerable.Range(1, Computers).Select(number => A.Computer(
            Id(number), _chance.Next(5) == 0 ? CloudComputerStatus.Stopped : CloudComputerStatus.Running, region)));
        await _fleet.PublishAsync(region, A.NewVersion);
        await _fleet.PublishAsync(region, A.NewerVersion);
        var known = await _fleet.Grains.GetGrain<IRegionGrain>(region.Value).GetAsync();
        _targets = [known!.TargetOf(A.NewVersion)!, known.TargetOf(A.NewerVersion)!];
    }

    private Task ActAsync(DateTimeOffset now)
    {
        var id = Id(_chance.Next(1, Computers + 1));
        var computer = _fleet.Computer(id);
        var target = _targets[_chance.Next(_targets.Length)];
        return _chance.Next(10) switch
        {
            < 4 => computer.RequestUpdateAsync(A.Scheduled(target, SomeDay(now), _chance.Next(2) == 0 ? 3 : 6)),
            4 => computer.RequestUpdateAsync(A.Immediate(target, snapshotFirst: _chance.Next(2) == 0)),
            5 => _chance.Next(3) == 0 ? computer.CancelUpdateAsync("test") : RestoreAsync(id),
            6 => computer.ConnectAsync(A.UserOf(id)),
            7 => computer.DisconnectAsync(A.UserOf(id)),
            8 => computer.PowerAsync((PowerCommand)_chance.Next(1, 4), "test"),
            _ => computer.CreateSnapshotAsync("by hand", "test"),
        };
    }

    // Just after the last start of the night, when it would be tempting.
    private DateTimeOffset NextLateHour(DateTimeOffset after)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(_world.Zone);
        var local = TimeZoneInfo.ConvertTime(after, zone).Date.AddDays(1).Add(new TimeSpan(4, 46, 30));
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private IEnumerable<Task> EverybodyLeaves() =>
        Enumerable.Range(1, Computers).Select(number => (Task)_fleet.Computer(Id(number)).DisconnectAsync(A.UserOf(Id(number))));

    private async Task RestoreAsync(string id)
    {
        var snapshots = (await _fleet.FindAsync(id)).Snapshots;
        if (!snapshots.IsEmpty)
        {
            await _fleet.Computer(id).RestoreAsync(snapshots[^1].Id, "test");
        }
    }

    private DateOnly SomeDay(DateTimeOffset now) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(_world.Zone)).DateTime).AddDays(_chance.Next(1, 3));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-{number}");
}
