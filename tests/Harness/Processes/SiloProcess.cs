namespace Wuying.Harness.Processes;

/// <summary>A silo of a cluster as a process of its own. Whoever follows it takes its ports, as a silo that comes back does.</summary>
public sealed class SiloProcess : ServiceProcess
{
    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(100);

    private readonly IReadOnlyList<string> _options;
    private readonly HttpClient _client;

    private SiloProcess(IReadOnlyList<string> options)
        : base("Silo", options)
    {
        _options = options;
        _client = new HttpClient { BaseAddress = new Uri(options[1]), Timeout = TimeSpan.FromSeconds(5) };
        Listen();
    }

    /// <summary>Starts a silo on free ports; <see cref="ReadyAsync"/> tells when it is there.</summary>
    public static SiloProcess Start(params string[] options)
    {
        var ports = FreePorts.Take(3);
        return new SiloProcess(
            ["--urls", $"http://127.0.0.1:{ports[0]}", "--Cluster:SiloPort", $"{ports[1]}", "--Cluster:GatewayPort", $"{ports[2]}", .. options]);
    }

    /// <summary>Starts a silo in the place of this one, which has ended.</summary>
    public SiloProcess StartAgain() => new(_options);

    /// <summary>Returns when it is a part of the cluster.</summary>
    public async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(StartMax);
        using var timer = new PeriodicTimer(AskInterval);
        while (!await IsReadyAsync(patience.Token))
        {
            if (HasEnded)
            {
                throw new InvalidOperationException($"The silo ended: {Said}");
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync("/health/ready", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
