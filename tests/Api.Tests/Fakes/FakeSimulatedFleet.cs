using System.Collections.Concurrent;
using Wuying.Contracts.Simulation;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Fakes;

/// <summary>Makes one computer a request, whatever is asked: enough to see that it was asked, and how.</summary>
public sealed class FakeSimulatedFleet(FakeFleet fleet) : ISimulatedFleetGrain
{
    public ConcurrentQueue<(int Computers, RegionId? Region, string RequestId, string RequestedBy)> Asked { get; } = [];

    public Task<int> AddAsync(int computers, RegionId? region, string requestId, string requestedBy)
    {
        Asked.Enqueue((computers, region, requestId, requestedBy));
        var id = $"ecd-of-{requestId}";
        fleet.Computers[id] = new FakeComputer { Current = Samples.Computer(id, region?.Value ?? "cn-hangzhou") };
        return Task.FromResult(computers);
    }

    public Task ContinueAsync() => Task.CompletedTask;

    public Task<FleetGrowthView?> GetProgressAsync() => Task.FromResult<FleetGrowthView?>(null);
}
