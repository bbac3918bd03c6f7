using Microsoft.Extensions.Options;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;
using Wuying.Simulation.Machines;

namespace Wuying.Simulation.Users;

/// <summary>What users do at their clients: log on, answer offers, connect and disconnect, by the same calls as everybody's. All of it may be repeated.</summary>
internal sealed class UserClient(IGrainFactory grains, IOptions<SimulatedUsersOptions> options, IOptions<SimulationOptions> simulation)
{
    /// <summary>A computer's user.</summary>
    public Habits HabitsOf(CloudComputerId computer) => new(options.Value, simulation.Value.Seed, computer);

    /// <summary>Comes to work: logs on, then connects. A refusal is normal: the user tries again. A stopped computer is started first.</summary>
    public async Task ComeAsync(SimulatedUser user, DateOnly day)
    {
        if (!user.HasLoggedOn)
        {
            await LogOnAsync(user.Id, day);
            user.HasLoggedOn = true;
        }

        var computer = grains.GetComputer(user.ComputerId);
        var answer = await computer.ConnectAsync(user.Id);
        user.IsConnected = answer.Rejection is null;
        if (answer.Rejection?.Code is RejectionCode.ComputerNotRunning)
        {
            await computer.PowerAsync(PowerCommand.Start, user.Id.Value);
        }
    }

    /// <summary>Leaves, connected or not.</summary>
    public async Task LeaveAsync(SimulatedUser user)
    {
        await grains.GetComputer(user.ComputerId).DisconnectAsync(user.Id);
        user.IsConnected = false;
    }

    private async Task LogOnAsync(UserId user, DateOnly day)
    {
        var shown = await grains.GetGrain<IEndUserGrain>(user.Value).LogOnAsync();
        foreach (var computer in shown?.Computers ?? [])
        {
            if (computer.PendingUpdate is { State: PendingUpdateState.Offered } offer)
            {
                await ReplyAsync(user, computer.Id, HabitsOf(computer.Id).ReplyTo(offer.UpdateId, day));
            }
        }
    }

    private Task ReplyAsync(UserId user, CloudComputerId computer, OfferReply reply) => reply.Kind switch
    {
        OfferReplyKind.Accept => grains.GetComputer(computer)
            .AcceptUpdateAsync(new OfferAcceptance(user, reply.Delay, reply.StateAfterwards)),
        OfferReplyKind.Decline => grains.GetComputer(computer).DeclineUpdateAsync(user),
        _ => Task.CompletedTask,
    };
}
