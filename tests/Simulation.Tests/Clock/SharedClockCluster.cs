using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.TestingHost;
using Wuying.Contracts.Simulation;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>A cluster of several silos that share a simulated clock, which stands still until it is advanced; what it stores outlives its silos.</summary>
internal sealed class SharedClockCluster(InProcessTestCluster cluster, ReminderProbe probe, RememberedClock store) : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = ClockCluster.Start;

    public ReminderProbe Probe => probe;

    public RememberedClock Store => store;

    public ISimulationGrain Simulation => cluster.Client.GetGrain<ISimulationGrain>(ISimulationGrain.Key);

    public IReadOnlyList<InProcessSiloHandle> Silos => cluster.Silos;

    /// <summary>What the clock of each silo shows.</summary>
    public IReadOnlyList<DateTimeOffset> Shown => [.. Silos.Select(Clock).Select(clock => clock.GetUtcNow())];

    /// <summary>The silo from which the clock is led.</summary>
    public InProcessSiloHandle Leader => cluster.TryGetGrainContext(Simulation.GetGrainId(), out var context)
        ? Silos.Single(silo => silo.SiloAddress.Equals(context.Address.SiloAddress))
        : throw new InvalidOperationException("Nobody leads the clock.");

    public static async Task<SharedClockCluster> StartAsync(short silos = 3, double rate = 0)
    {
        var probe = new ReminderProbe();
        var store = new RememberedClock(new StoredClock(IsSimulated: true, Start, rate, Paused: false));
        var reminders = new RememberedReminders();
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddReminders();
            silo.Services.AddSingleton<IReminderTable>(reminders);
            silo.Services.AddSimulationClock().ShareSimulationClock();
            silo.Services.AddSingleton<IClockStore>(store);
            silo.Services.AddSingleton(probe);
            silo.Configure<ClusterMembershipOptions>(membership =>
            {
                membership.ProbeTimeout = TimeSpan.FromMilliseconds(500);
                membership.NumMissedProbesLimit = 2;
            });
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new SharedClockCluster(cluster, probe, store);
    }

    public static FleetClock Clock(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<FleetClock>();

    public IReminderProbeGrain Grain(string key) => cluster.Client.GetGrain<IReminderProbeGrain>(key);

    /// <summary>Grains with a reminder each, whose ticks are spread over the silos.</summary>
    public Task RemindAsync(IEnumerable<string> grains, TimeSpan dueTime, TimeSpan period) =>
        Task.WhenAll(grains.Select(grain => Grain(grain).RemindAsync("r", dueTime, period)));

    public Task<ClockView?> AdvanceAsync(TimeSpan to) => Simulation.AdvanceAsync(Start + to);

    public Task KillAsync(InProcessSiloHandle silo) => cluster.KillSiloAsync(silo);

    public Task<InProcessSiloHandle> AddSiloAsync() => cluster.StartAdditionalSiloAsync();

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
