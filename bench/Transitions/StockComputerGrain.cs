using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;

namespace Wuying.Bench.Transitions;

/// <summary>Owns one computer as the fleet's grain does: decides by the rules, saves, answers. It records no event and no update.</summary>
[GrainType("stock-computer")]
internal sealed class StockComputerGrain(
    [PersistentState("computer", StockComputerGrain.Storage)] IPersistentState<StockComputer> stored, TimeProvider clock) : Grain, IStockComputerGrain
{
    /// <summary>The storage provider.</summary>
    public const string Storage = "stock";

    public Task RegisterAsync(CloudComputer computer)
    {
        stored.State.Current = computer;
        return stored.WriteStateAsync();
    }

    public Task<Answer> ConnectAsync(UserId user) => HandleAsync((computer, now) => SessionRules.Connect(computer, user, now));

    public Task<Answer> DisconnectAsync(UserId user) => HandleAsync((computer, now) => SessionRules.Disconnect(computer, user, now));

    private async Task<Answer> HandleAsync(Func<CloudComputer, DateTimeOffset, Decision<CloudComputerEvent>> decide)
    {
        var computer = stored.State.Current ?? throw new InvalidOperationException("The computer is not registered.");
        var decision = decide(computer, clock.GetUtcNow());
        if (!decision.IsAccepted)
        {
            return decision.Rejection is { } rejection ? Answer.Rejected(rejection) : Answer.Unchanged;
        }

        stored.State.Current = CloudComputerEvolution.Evolve(computer, decision.Events);
        await stored.WriteStateAsync();
        return Answer.Accepted;
    }
}
