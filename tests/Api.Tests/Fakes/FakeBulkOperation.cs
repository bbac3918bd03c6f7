using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeBulkOperation(string id) : IBulkOperationGrain
{
    public string Id => id;

    public BulkOperation? Current { get; private set; }

    public ComputerFilter? Filter { get; private set; }

    public Task<BulkOperation> BeginAsync(RegionId region, ComputerFilter filter, BulkCommand command)
    {
        Filter = filter;
        Current = new BulkOperation { Id = id, RegionId = region, Command = command, Total = 1, StartedAt = FakeFleet.Now };
        return Task.FromResult(Current);
    }

    public Task ContinueAsync() => Task.CompletedTask;
}
