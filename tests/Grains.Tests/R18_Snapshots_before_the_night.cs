using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R18_Snapshots_before_the_night : FleetTests
{
    // Two computers of one shard: one window looks after both.
    private static readonly string[] Ids =
        [.. Enumerable.Range(1, 100).Select(number => $"ecd-{number}").Where(id => RegionShard.Of(id) == 3).Take(2)];

    private static readonly DateTimeOffset Midnight = new(2023, 10, 25, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Come_three_or_six_hours_before_as_asked()
    {
        await ScheduleAsync(Ids[0], leadHours: 6);
        await ScheduleAsync(Ids[1], leadHours: 3);

        await Fleet.AdvanceAsync(Midnight.AddHours(-6).AddMinutes(1));
        Assert.Equal((UpdateSnapshot.Creating, UpdateSnapshot.Pending), (await SnapshotOfAsync(Ids[0]), await SnapshotOfAsync(Ids[1])));
        await Fleet.AdvanceAsync(Midnight.AddHours(-3).AddMinutes(1));
        Assert.Equal((UpdateSnapshot.Ready, UpdateSnapshot.Creating), (await SnapshotOfAsync(Ids[0]), await SnapshotOfAsync(Ids[1])));
    }

    [Fact]
    public async Task Come_at_once_when_the_lead_has_begun_also_while_the_window_rests()
    {
        await ScheduleAsync(Ids[0], leadHours: 3);
        await Fleet.AdvanceAsync(Midnight.AddHours(-5));

        await ScheduleAsync(Ids[1], leadHours: 6);
        await Fleet.AdvanceAsync(Midnight.AddHours(-5).AddMinutes(2));

        Assert.Equal((UpdateSnapshot.Pending, UpdateSnapshot.Creating), (await SnapshotOfAsync(Ids[0]), await SnapshotOfAsync(Ids[1])));
    }

    [Fact]
    public async Task Come_at_once_when_the_lead_is_made_longer_while_the_window_rests_and_after_a_crash()
    {
        await ScheduleAsync(Ids[0], leadHours: 3);
        await Fleet.AdvanceAsync(Midnight.AddHours(-5));
        await CrashAsync();

        await ScheduleAsync(Ids[0], leadHours: 6);
        await Fleet.AdvanceAsync(Midnight.AddHours(-5).AddMinutes(2));

        Assert.Equal(UpdateSnapshot.Creating, await SnapshotOfAsync(Ids[0]));
    }

    private async Task ScheduleAsync(string id, int leadHours)
    {
        if (await Fleet.Computer(id).GetAsync() is null)
        {
            await Fleet.AddAsync([A.Computer(id)]);
        }

        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        Assert.Null((await Fleet.Computer(id).RequestUpdateAsync(A.Scheduled(target, Tomorrow, leadHours))).Rejection);
    }

    private async Task<UpdateSnapshot?> SnapshotOfAsync(string id) => (await Fleet.FindAsync(id)).PendingUpdate?.Snapshot;
}
