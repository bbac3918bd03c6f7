namespace Wuying.Ecd.Tests;

/// <summary>A service with the 1,200 computers of the samples.</summary>
public sealed class ImportedFleet : IAsyncLifetime
{
    private RunningService? _service;

    internal static string[] Regions { get; } = [RunningService.Region, "eu-central-1", "us-west-1"];

    internal RunningService Service => _service ?? throw new InvalidOperationException("It is not started.");

    public async ValueTask InitializeAsync()
    {
        // Calls are few enough for the rate of a test's own key, but where one is told to ask too often.
        _service = await RunningService.StartAsync("--RateLimits:Burst", "200", "--RateLimits:RequestsPerMinute", "600");
        foreach (var region in Regions)
        {
            await _service.ImportAsync(region);
        }
    }

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? ValueTask.CompletedTask;
}
