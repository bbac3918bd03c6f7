using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Wuying.Api.Hosting;

/// <summary>Ready means that the clock grain answers: cluster, storage and clock are there.</summary>
internal sealed class ClusterReadyCheck(Cluster cluster) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await cluster.GetNowAsync().WaitAsync(Patience, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The cluster does not answer.", exception);
        }
    }
}
