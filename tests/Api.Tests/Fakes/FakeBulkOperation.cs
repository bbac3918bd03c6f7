using System.Collections.Immutable;
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

    /// <summary>The computers have answered so.</summary>
    public void Finish(params (string Code, long Count)[] rejected) => Current = Current! with
    {
        Total = (int)rejected.Sum(refusal => refusal.Count),
        Rejected = (int)rejected.Sum(refusal => refusal.Count),
        RejectedByCode = rejected.ToImmutableSortedDictionary(refusal => refusal.Code, refusal => refusal.Count, StringComparer.Ordinal),
        FinishedAt = FakeFleet.Now,
    };

    public Task ContinueAsync() => Task.CompletedTask;
}
