using System.Diagnostics.Metrics;

namespace Wuying.Storage;

/// <summary>Measures the group commit: how much each commit carries, and how long it takes.</summary>
internal sealed class FleetStoreInstruments
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Wuying.Storage";

    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _commitDuration;
    private readonly TimeProvider _clock;

    public FleetStoreInstruments(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        _batchSize = meter.CreateHistogram<int>("wuying.store.batch.size", "{write}", "Writes in one transaction.");
        _commitDuration = meter.CreateHistogram<double>("wuying.store.commit.duration", "s", "Time from the begin of a transaction until it is durable.");
        _clock = clock;
    }

    /// <summary>Measures a commit until the result is disposed of.</summary>
    public Commit Committing(int writes)
    {
        _batchSize.Record(writes);
        return new Commit(this, _clock.GetTimestamp());
    }

    /// <summary>A commit that is under way.</summary>
    internal readonly struct Commit(FleetStoreInstruments instruments, long startedAt) : IDisposable
    {
        public void Dispose() => instruments._commitDuration.Record(instruments._clock.GetElapsedTime(startedAt).TotalSeconds);
    }
}
