namespace Wuying.Silo.Hosting;

/// <summary>Tries for ever to reach a first silo, whatever keeps it: no silo, no database, or one that knows nothing of Orleans yet.</summary>
internal sealed partial class PatientConnecting(TimeProvider clock, ILogger<PatientConnecting> logger) : IClientConnectionRetryFilter
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private string? _told;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        // Told once, and again when it is something else.
        if (Interlocked.Exchange(ref _told, exception.Message) != exception.Message)
        {
            LogNotReached(exception.Message);
        }

        await Task.Delay(Pause, clock, cancellationToken);
        return true;
    }

    [LoggerMessage(LogLevel.Warning, "No silo is reached yet; it is tried again every second. {Reason}")]
    private partial void LogNotReached(string reason);
}
