using System.Globalization;
using Wuying.Contracts.Answers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Harness;
using Wuying.Harness.History;
using Wuying.LoadTester.Invariants;

namespace Wuying.Simulation.Tests.Nights;

/// <summary>A month of a small fleet on real grains: who publishes, pushes, asks, decides, connects, stops and restores what, and when, follows from the seed. Its history is checked event by event.</summary>
internal sealed class SeededLife(int seed)
{
    public const int Nights = 30;
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

    private static readonly UserId Stranger = new("stranger");
    private static readonly UserId Manager = new("manager");

    private readonly Random _chance = new(seed);
    private readonly (string Region, string Zone, string StartsAt) _world = Worlds[seed % Worlds.Length];
    private readonly List<UpdateTarget> _targets = [];
    private TestFleet _fleet = null!;
    private int _published;
    private int _requests;

    private IRegionGrain Region => _fleet.Grains.GetGrain<IRegionGrain>(_world.Region);

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
            ("Simulation:RestoreFailureRate", "0.1"),
            ("Simulation:ImageUpdateFailureRate", "0.2"),
            ("Simulation:SilenceRate", "0.03"));
        await PrepareAsync();
        var instant = startsAt;
        while (instant < startsAt.AddDays(Nights))
        {
            var isLate = _chance.Next(12) == 0;
            instant = isLate ? NextLateHour(instant) : instant.AddMinutes(_chance.Next(5, 240));
            await _fleet.AdvanceAsync(instant);
            await Task.WhenAll(isLate ? EverybodyLeaves() : Enumerable.Range(0, _chance.Next(1, 8)).Select(_ => ActAsync(instant)));
        }

        await _fleet.AdvanceAsync(startsAt.AddDays(Nights + 5));
        return await CheckAsync();
    }

    private async Task<HistoryChecker> CheckAsync()
    {
        var checker = new HistoryChecker(new Dictionary<string, string> { [_world.Region] = _world.Zone });
        (await _fleet.EventsAsync()).ForEach(recorded => checker.See(recorded.ToHistory()));
        foreach (var user in Enumerable.Range(1, Computers).Select(number => A.UserOf(Id(number))).Append(Manager))
        {
            var told = await _fleet.Queries.ListNotificationsAsync(user, Notification.KeptMax);
            checker.SeeNotifications(user.Value, [.. told.Select(one => one.ToHistory())]);
        }

        foreach (var quota in await _fleet.Queries.ListQuotasAsync(new RegionId(_world.Region), DateOnly.MinValue, DateOnly.MaxValue))
        {
            checker.SeePlaces(_world.Region, quota.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), quota.Reserved);
        }

        checker.ExpectAllEnded();
        return checker;
    }

    private async Task PrepareAsync()
    {
        var region = new RegionId(_world.Region);
        await Region.ChangeAsync(_chance.Next(2) == 0, _chance.Next(5, 25), "test");
        await _fleet.Image("m-1").RegisterAsync(AnImage(region), "test");
        await _fleet.AddAsync(Enumerable.Range(1, Computers).Select(number => AComputer(number, region)));
        await PublishAsync();
    }

    private CloudComputer AComputer(int number, RegionId region) =>
        A.Computer(Id(number), _chance.Next(5) == 0 ? CloudComputerStatus.Stopped : CloudComputerStatus.Running, region) with
        {
            ImageType = (ImageType)_chance.Next(1, 4),
            AssignedUserIds = number % 3 == 0 ? [A.UserOf(Id(number)), Manager] : [A.UserOf(Id(number))],
        };

    private static CustomImage AnImage(RegionId region) => new()
    {
        Id = new ImageId("m-1"),
        Name = "Desk",
        RegionId = region,
        Type = ImageType.Custom,
        CurrentVersion = A.OldVersion,
    };

    private Task ActAsync(DateTimeOffset now)
    {
        var id = Id(_chance.Next(1, Computers + 1));
        var computer = _fleet.Computer(id);
        var target = _targets[_chance.Next(_targets.Count)];
        return _chance.Next(22) switch
        {
            < 5 => computer.RequestUpdateAsync(A.Scheduled(target, SomeDay(now), _chance.Next(2) == 0 ? 3 : 6)),
            5 => computer.RequestUpdateAsync(A.Immediate(target, snapshotFirst: _chance.Next(2) == 0)),
            6 => _chance.Next(2) == 0 ? computer.CancelUpdateAsync("test") : RestoreAsync(id),
            < 9 => computer.ConnectAsync(A.UserOf(id)),
            < 11 => computer.DisconnectAsync(A.UserOf(id)),
            11 => computer.PowerAsync((PowerCommand)_chance.Next(1, 4), "test"),
            12 => computer.CreateSnapshotAsync("by hand", "test"),
            < 17 => DecideAsync(id),
            17 => _chance.Next(4) == 0 ? PublishAsync() : TurnSwitchAsync(),
            18 => PushAsync(target),
            19 => _fleet.Image("m-1").UpdateAsync(target, "test"),
            20 => IntrudeAsync(id),
            _ => LogOnAsync(id),
        };
    }

    // Whoever has decided goes on to connect, as people do.
    private async Task DecideAsync(string id)
    {
        await LogOnAsync(id);
        var user = A.UserOf(id);
        await (_chance.Next(4) == 0
            ? _fleet.Computer(id).DeclineUpdateAsync(user)
            : _fleet.Computer(id).AcceptUpdateAsync(new OfferAcceptance(user, TimeSpan.FromHours(4 * _chance.Next(4)), (StateAfterwards)_chance.Next(1, 4))));
        await (_chance.Next(2) == 0 ? _fleet.Computer(id).ConnectAsync(user) : Task.CompletedTask);
    }

    private Task LogOnAsync(string id) => _fleet.Grains.GetGrain<IEndUserGrain>(A.UserOf(id).Value).LogOnAsync();

    private async Task PublishAsync()
    {
        if (++_published <= 28)
        {
            var version = A.Version(_published);
            await Region.PublishAsync(version, 1, A.ReleaseNotes, "test");
            _targets.Add((await Region.GetAsync())!.TargetOf(version)!);
        }
    }

    private Task TurnSwitchAsync() => Region.ChangeAsync(_chance.Next(2) == 0, null, "test");

    private async Task PushAsync(UpdateTarget target)
    {
        if (_chance.Next(2) == 0)
        {
            await Region.StartPushAsync(target.Version, PushScope.Region, $"request-{++_requests}", "test");
            return;
        }

        await Region.ChangeAsync(automaticPush: false, null, "test");
        await Region.StopPushAsync(_chance.Next(3) == 0 ? target.Version : _targets[^1].Version, PushScope.Region, $"request-{++_requests}", "test");
    }

    private async Task IntrudeAsync(string id)
    {
        var computer = _fleet.Computer(id);
        Answer[] answers =
        [
            await computer.ConnectAsync(Stranger),
            await computer.AcceptUpdateAsync(new OfferAcceptance(Stranger, TimeSpan.Zero, StateAfterwards.AsBefore)),
            await computer.DeclineUpdateAsync(Stranger),
        ];
        Assert.All(answers, answer => Assert.Equal(RejectionCode.NotEntitled, answer.Rejection?.Code));
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
            await _fleet.Computer(id).RestoreAsync(snapshots[_chance.Next(snapshots.Length)].Id, stopFirst: _chance.Next(2) == 0, "test");
        }
    }

    private DateOnly SomeDay(DateTimeOffset now) => DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(_world.Zone)).DateTime).AddDays(_chance.Next(1, 3));

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-{number}");
}
