using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;

namespace Wuying.Bench.Transitions;

/// <summary>A computer as one would write it without the fleet store: the same rules and the same state, on Orleans' own storage. Key: its id.</summary>
[Alias("wuying.bench.IStockComputerGrain")]
public interface IStockComputerGrain : IGrainWithStringKey
{
    /// <summary>Takes the computer in.</summary>
    [Alias("register")]
    Task RegisterAsync(CloudComputer computer);

    /// <summary>A user connects.</summary>
    [Alias("connect")]
    Task<Answer> ConnectAsync(UserId user);

    /// <summary>A user disconnects.</summary>
    [Alias("disconnect")]
    Task<Answer> DisconnectAsync(UserId user);
}
