using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R26_Restoring_a_computer : FleetTests
{
    [Fact]
    public async Task Stops_it_first_when_told_to_and_brings_version_and_status_back()
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Immediate(target));
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(30));
        var updated = await Fleet.FindAsync("ecd-1");
        Assert.Equal(A.NewVersion, updated.CurrentVersion);

        var snapshot = Assert.Single(updated.Snapshots).Id;
        Assert.Equal(RejectionCode.ComputerNotStopped, (await Fleet.Computer("ecd-1").RestoreAsync(snapshot, stopFirst: false, "test")).Rejection?.Code);
        Assert.Equal(Answer.Accepted, await Fleet.Computer("ecd-1").RestoreAsync(snapshot, stopFirst: true, "test"));
        await CrashAsync();
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(45));

        var restored = await Fleet.FindAsync("ecd-1");
        Assert.Equal((A.OldVersion, CloudComputerStatus.Running), (restored.CurrentVersion, restored.Status));
    }
}
