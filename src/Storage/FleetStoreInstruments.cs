using System.Diagnostics.Metrics;

namespace Wuying.Storage;

/// <summary>What the fleet store measures.</summary>
internal sealed class FleetStoreInstruments
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Wuying.Storage";

    private readonly Histogram<int> _batchSize;
    private readonly Histogram<double> _commitDuration;
    private readonly Counter<long> _commitFailures;
    private readonly UpDownCounter<int> _queueLength;
    private readonly TimeProvider _clock;

    public FleetStoreInstruments(IMeterFactory meters, TimeProvider clock)
    {
        var meter = meters.Create(MeterName);
        _batchSize = meter.CreateHistogram(
            "wuying.store.batch.size", "{write}", "Writes in one transaction.", advice: Buckets(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000));
        _commitDuration = meter.CreateHistogram(
            "wuying.store.commit.duration", "s", "Time from the begin of a transaction until it is durable, or has failed.",
            advice: Buckets(.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5));
        _commitFailures = meter.CreateCounter<long>("wuying.store.commit.failures", "{transaction}", "Transactions that were not committed.");
        _queueLength = meter.CreateUpDownCounter<int>("wuying.store.queue.length", "{write}", "Writes that wait for their transaction to begin.");
        _clock = clock;
    }

    /// <summary>Notes a write that waits.</summary>
    public void OnQueued() => _queueLength.Add(1);

    /// <summary>Notes that writes wait no longer.</summary>
    public void OnTaken(int writes) => _queueLength.Add(-writes);

    /// <summary>Notes how a transaction ended.</summary>
    public void OnEnded(bool isCommitted) => _commitFailures.Add(isCommitted ? 0 : 1);

    /// <summary>Measures a commit until the result is disposed of.</summary>
    public Commit Committing(int writes)
    {
        _batchSize.Record(writes);
        return new Commit(this, _clock.GetTimestamp());
    }

    private static InstrumentAdvice<T> Buckets<T>(params T[] bounds)
        where T : struct => new() { HistogramBucketBoundaries = bounds };

    /// <summary>A commit that is under way.</summary>
    internal readonly struct Commit(FleetStoreInstruments instruments, long startedAt) : IDisposable
    {
        public void Dispose() => instruments._commitDuration.Record(instruments._clock.GetElapsedTime(startedAt).TotalSeconds);
    }
}
