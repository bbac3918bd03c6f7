using System.Collections.Concurrent;
using Wuying.Contracts.Access;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Regions;
using Wuying.Contracts.Requests;
using Wuying.Contracts.Simulation;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Fakes;

/// <summary>A fleet in memory under the real rules, with a clock that stands still: enough to see the Api's side of every call.</summary>
public sealed class FakeFleet
{
    public static readonly DateTimeOffset Now = new(2023, 10, 24, 10, 0, 0, TimeSpan.Zero);

    public FakeFleet()
    {
        foreach (var product in ProductRegion.All.Where(region => region.IsBuiltIn))
        {
            Regions[product.Id.Value] = new FakeRegion(product, isKnown: true);
        }

        Queries = new FakeQueries(this);
        SimulatedFleet = new FakeSimulatedFleet(this);
    }

    public ConcurrentDictionary<string, FakeComputer> Computers { get; } = new();

    public ConcurrentDictionary<string, FakeImage> Images { get; } = new();

    public ConcurrentDictionary<string, FakeRegion> Regions { get; } = new();

    public ConcurrentDictionary<string, FakeEndUser> Users { get; } = new();

    public ConcurrentDictionary<string, FakeRecordedRequest> Requests { get; } = new();

    public ConcurrentDictionary<string, FakeUserPassword> Passwords { get; } = new();

    public FakeAccess Access { get; init; } = new();

    public ConcurrentDictionary<string, FakeNonceSlice> Nonces { get; } = new();

    public FakeQueries Queries { get; }

    public FakeClock Clock { get; } = new();

    public FakeMachines Machines { get; } = new();

    public FakeSimulatedFleet SimulatedFleet { get; }

    public object Find(Type grain, object key) => grain switch
    {
        _ when grain == typeof(ICloudComputerGrain) => Computers.GetOrAdd((string)key, _ => new FakeComputer()),
        _ when grain == typeof(ICustomImageGrain) => Images.GetOrAdd((string)key, _ => new FakeImage()),
        _ when grain == typeof(IRegionGrain) => Regions.GetOrAdd((string)key, id => new FakeRegion(ProductRegion.Find(new RegionId(id))!, isKnown: false)),
        _ when grain == typeof(IEndUserGrain) => Users.GetOrAdd((string)key, id => new FakeEndUser(this, new UserId(id))),
        _ when grain == typeof(IRecordedRequestGrain) => Requests.GetOrAdd((string)key, _ => new FakeRecordedRequest()),
        _ when grain == typeof(IAccessGrain) => Access,
        _ when grain == typeof(IUserPasswordGrain) => Passwords.GetOrAdd((string)key, _ => new FakeUserPassword()),
        _ when grain == typeof(INonceSliceGrain) => Nonces.GetOrAdd((string)key, _ => new FakeNonceSlice()),
        _ when grain == typeof(IFleetQueryGrain) => Queries,
        _ when grain == typeof(ISimulationGrain) => Clock,
        _ when grain == typeof(ISimulatedMachinesGrain) => Machines,
        _ when grain == typeof(ISimulatedFleetGrain) => SimulatedFleet,
        _ when grain == typeof(IBulkOperationGrain) => Queries.Operation((string)key),
        _ => throw new NotSupportedException(grain.Name),
    };
}
