using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Checks;

/// <summary>Does nothing to the service but read its history along, for a while if asked to.</summary>
/// <param name="duration">How long to go on; zero to end with the newest event there is.</param>
/// <param name="endsEverything">True when all that was asked must have ended.</param>
/// <param name="recording">The file that it is written to; null for none.</param>
internal sealed class CheckScenario(TimeSpan duration, bool endsEverything, string? recording) : IScenario
{
    public string Name => recording is null ? "check" : "record";

    public string Title => recording is null ? "A check of the history" : "A recording of the history";

    public bool EndsEverything => endsEverything;

    public IReadOnlyList<Setting> Settings =>
    [
        new("followed for", duration == TimeSpan.Zero ? "as long as there is more to read" : new Duration(duration).ToString()),
        new("everything must have ended", endsEverything ? "yes" : "no"),
        .. recording is null ? [] : new[] { new Setting("recorded to", recording) },
    ];

    public async Task DoAsync(Run run, CancellationToken stop)
    {
        if (duration > TimeSpan.Zero)
        {
            await Task.Delay(duration, run.Clock, stop);
        }
    }
}
