using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Wuying.Contracts.Simulation;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>A cluster of one silo that lives by a simulated clock, with reminders in memory.</summary>
internal sealed class ClockCluster(InProcessTestCluster cluster, ReminderProbe probe) : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public ReminderProbe Probe => probe;

    public ISimulationGrain Simulation => cluster.Client.GetGrain<ISimulationGrain>(ISimulationGrain.Key);

    public FleetClock FleetClock => Silo.GetRequiredService<FleetClock>();

    public SimulatedClock Clock => FleetClock.Simulated!;

    public ClockKeeper Keeper => Silo.GetRequiredService<ClockKeeper>();

    public IServiceProvider Silo => cluster.GetSiloServiceProvider();

    public static async Task<ClockCluster> StartAsync(
        RememberedClock? store = null, Action<ClockOptions>? configure = null, RememberedReminders? reminders = null)
    {
        var probe = new ReminderProbe();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.UseInMemoryReminderService();
            if (reminders is not null)
            {
                silo.Services.AddSingleton<IReminderTable>(reminders);
            }

            silo.Services.AddSimulationClock();
            silo.Services.AddSingleton<IClockStore>(store ?? new RememberedClock());
            silo.Services.AddSingleton(probe);
            silo.Services.Configure<ClockOptions>(options =>
            {
                options.Start = Start;
                options.Rate = 0;
                configure?.Invoke(options);
            });
        });

        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new ClockCluster(cluster, probe);
    }

    public IReminderProbeGrain Grain(string key) => cluster.Client.GetGrain<IReminderProbeGrain>(key);

    public Task AdvanceAsync(TimeSpan by) => Keeper.AdvanceAsync(Clock.GetUtcNow() + by);

    public Task StopSiloAsync() => cluster.StopSiloAsync(cluster.Silos[0]);

    public ValueTask DisposeAsync() => cluster.DisposeAsync();
}
