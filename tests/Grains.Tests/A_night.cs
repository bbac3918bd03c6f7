using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class A_night : IAsyncLifetime
{
    // 15:00 in Hangzhou.
    private static readonly DateTimeOffset Afternoon = DateTimeOffset.Parse("2023-10-25T07:00:00Z");
    private static readonly DateOnly Tomorrow = new(2023, 10, 26);
    private static readonly DateTimeOffset Morning = DateTimeOffset.Parse("2023-10-25T21:30:00Z");

    private readonly TemporaryFolder _folder = new();
    private TestFleet _fleet = null!;

    public async ValueTask InitializeAsync() => _fleet = await TestFleet.StartAsync(_folder.File("fleet.db"), Afternoon);

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Updates_a_computer_that_runs_and_has_nobody_connected()
    {
        await _fleet.AddAsync([A.Computer("ecd-1")]);
        var target = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);

        Assert.Equal(Answer.Accepted, await _fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow)));
        await _fleet.AdvanceAsync(Morning);

        var computer = await _fleet.FindAsync("ecd-1");
        Assert.Equal(A.NewVersion, computer.CurrentVersion);
        Assert.Equal(CloudComputerStatus.Running, computer.Status);
        Assert.Null(computer.PendingUpdate);
        Assert.Equal(UpdateOutcome.Succeeded, computer.LastUpdate!.Outcome);
        Assert.Equal(A.OldVersion, Assert.Single(computer.Snapshots).Version);
    }

    [Fact]
    public async Task Misses_computers_that_are_connected_or_not_running_and_says_why()
    {
        await _fleet.AddAsync(
        [
            A.Computer("ecd-connected") with { Session = new UserSession(A.UserOf("ecd-connected"), Afternoon) },
            A.Computer("ecd-stopped", CloudComputerStatus.Stopped),
        ]);
        var target = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        foreach (var id in new[] { "ecd-connected", "ecd-stopped" })
        {
            await _fleet.Computer(id).RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        }

        await _fleet.AdvanceAsync(Morning);

        var connected = (await _fleet.FindAsync("ecd-connected")).LastUpdate!;
        Assert.Equal((UpdateOutcome.Missed, RejectionCode.ComputerConnected), (connected.Outcome, connected.Reason!.Value));
        var stopped = (await _fleet.FindAsync("ecd-stopped")).LastUpdate!;
        Assert.Equal((UpdateOutcome.Missed, RejectionCode.ComputerNotRunning), (stopped.Outcome, stopped.Reason!.Value));
    }

    [Fact]
    public async Task Updates_a_computer_whose_user_leaves_in_time()
    {
        await _fleet.AddAsync([A.Computer("ecd-1") with { Session = new UserSession(A.UserOf("ecd-1"), Afternoon) }]);
        var target = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await _fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        await _fleet.AdvanceAsync(DateTimeOffset.Parse("2023-10-25T18:02:00Z"));
        Assert.Equal(RejectionCode.ComputerConnected, (await _fleet.FindAsync("ecd-1")).PendingUpdate!.Reason);

        await _fleet.Computer("ecd-1").DisconnectAsync(A.UserOf("ecd-1"));
        await _fleet.AdvanceAsync(DateTimeOffset.Parse("2023-10-25T18:06:00Z"));
        var refused = await _fleet.Computer("ecd-1").ConnectAsync(A.UserOf("ecd-1"));
        await _fleet.AdvanceAsync(Morning);

        Assert.Equal(RejectionCode.UpdateInProgress, refused.Rejection!.Code);
        Assert.Equal(UpdateOutcome.Succeeded, (await _fleet.FindAsync("ecd-1")).LastUpdate!.Outcome);
    }

    [Fact]
    public async Task Goes_on_where_it_stood_after_a_restart_in_its_middle()
    {
        await _fleet.AddAsync(Enumerable.Range(1, 40).Select(number => A.Computer($"ecd-{number}")));
        var target = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        for (var number = 1; number <= 40; number++)
        {
            await _fleet.Computer($"ecd-{number}").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        }

        var inTheMiddle = DateTimeOffset.Parse("2023-10-25T16:05:00Z");
        await _fleet.AdvanceAsync(inTheMiddle);
        Assert.Equal(CloudComputerStatus.Updating, (await _fleet.FindAsync("ecd-1")).Status);
        await _fleet.DisposeAsync();
        _fleet = await TestFleet.StartAsync(_folder.File("fleet.db"), Afternoon);

        Assert.True(await _fleet.NowAsync() >= inTheMiddle);
        await _fleet.AdvanceAsync(Morning);
        for (var number = 1; number <= 40; number++)
        {
            Assert.Equal(UpdateOutcome.Succeeded, (await _fleet.FindAsync($"ecd-{number}")).LastUpdate!.Outcome);
        }
    }
}
