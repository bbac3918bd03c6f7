using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R28_Work_that_a_crash_cut_short : FleetTests
{
    [Fact]
    public async Task An_immediate_update_is_finished_after_a_restart()
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Immediate(target));

        await RestartAsync();
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(30));

        Assert.Equal(UpdateOutcome.Succeeded, (await Fleet.FindAsync("ecd-1")).LastUpdate!.Outcome);
    }

    [Fact]
    public async Task Power_commands_are_finished_after_a_restart()
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        await Fleet.Computer("ecd-1").PowerAsync(PowerCommand.Stop, "test");

        await RestartAsync();
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(5));

        Assert.Equal(CloudComputerStatus.Stopped, (await Fleet.FindAsync("ecd-1")).Status);
    }

    [Fact]
    public async Task A_place_that_no_update_accounts_for_is_given_back_at_the_next_start()
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var quota = Fleet.Grains.GetGrain<IDailyQuotaGrain>(new DailyQuotaKey(A.Hangzhou, Tomorrow).ToString());
        Assert.True((await quota.ReserveAsync([new UpdateId("ecd-1-u1")]))[0]);

        await RestartAsync();

        Assert.DoesNotContain(await Fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow, Tomorrow), day => day.Reserved > 0);
    }
}
