using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wuying.Contracts.Simulation;

namespace Wuying.Silo.Hosting;

/// <summary>Ready means that this silo is a part of the cluster, and that the clock grain answers it: storage and clock are there.</summary>
internal sealed class SiloReadyCheck(ISiloStatusOracle membership, IGrainFactory grains) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (membership.CurrentStatus is not SiloStatus.Active)
        {
            return HealthCheckResult.Unhealthy($"The silo is {membership.CurrentStatus}.");
        }

        try
        {
            await grains.GetGrain<ISimulationGrain>(ISimulationGrain.Key).GetClockAsync().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The clock does not answer.", exception);
        }
    }
}
