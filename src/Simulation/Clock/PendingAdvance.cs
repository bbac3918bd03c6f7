namespace Wuying.Simulation.Clock;

/// <summary>Somebody waits for the clock to reach an instant.</summary>
internal sealed class PendingAdvance(DateTimeOffset to)
{
    public DateTimeOffset To => to;

    public TaskCompletionSource Arrival { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
