using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Quotas;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Fleet;

/// <summary>What the grains of a silo measure: updates, waves, ticks, and places left in quotas. Tags are few and closed lists; computers and operations are never among them.</summary>
internal sealed class FleetInstruments
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Wuying.Grains";

    private static readonly FrozenDictionary<UpdateRowState, string> States = WordsOf<UpdateRowState>();
    private static readonly FrozenDictionary<UpdateMethod, string> Methods = WordsOf<UpdateMethod>();
    private static readonly FrozenDictionary<RejectionCode, string> Reasons =
        Enum.GetValues<RejectionCode>().ToFrozenDictionary(code => code, code => code.ToString());

    private readonly ConcurrentDictionary<DailyQuotaKey, QuotaGauge> _quotas = new();
    private readonly Counter<long> _transitions;
    private readonly Histogram<double> _updateDuration;
    private readonly Histogram<int> _waveSize;
    private readonly Histogram<double> _waveDuration;
    private readonly Counter<long> _waveFailures;
    private readonly Histogram<double> _tickLateness;
    private readonly TimeProvider _systemClock;

    public FleetInstruments(IMeterFactory meters, TimeProvider systemClock)
    {
        _systemClock = systemClock;
        var meter = meters.Create(MeterName);
        _transitions = meter.CreateCounter<long>(
            "wuying.update.transitions", "{update}", "Updates that entered a state, or ended.");
        _updateDuration = meter.CreateHistogram(
            "wuying.update.duration", "s", "Time from the start of an update to its end, on the fleet's clock.",
            advice: Buckets(60d, 300, 600, 660, 720, 780, 840, 900, 1_200, 1_800, 3_600));
        _waveSize = meter.CreateHistogram(
            "wuying.wave.size", "{item}", "Items of a wave: grains that are called at the same time.",
            advice: Buckets(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000));
        _waveDuration = meter.CreateHistogram(
            "wuying.wave.duration", "s", "Time until all items of a wave have answered.",
            advice: Buckets(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30));
        _waveFailures = meter.CreateCounter<long>(
            "wuying.wave.failures", "{item}", "Items of waves that failed; the next tick has them again.");
        _tickLateness = meter.CreateHistogram(
            "wuying.tick.lateness", "s", "Time from when a tick should have come until it came, on the fleet's clock.",
            advice: Buckets(.01, .1, 1, 5, 15, 30, 60, 120, 300, 600, 3_600));
        meter.CreateObservableGauge(
            "wuying.quota.remaining", () => _quotas.Values.Select(gauge => gauge.Measure()), "{place}", "Places left on days of which some are taken.");
    }

    /// <summary>The instant at which something begins that is measured.</summary>
    public long Timestamp => _systemClock.GetTimestamp();

    /// <summary>Counts the updates that entered a state or ended by a change that is durable.</summary>
    /// <param name="before">The computer before it; null when it is new.</param>
    /// <param name="rows">What the change meant for the table of updates.</param>
    public void OnUpdates(CloudComputer? before, ReadOnlySpan<UpdateRow> rows)
    {
        foreach (var row in rows)
        {
            // An update that only changed within its state moved nowhere, and one that had ended where its computer came from ended there.
            if (StateOf(row.UpdateId, before) != row.State && !(before is null && row.FinishedAt is not null))
            {
                Count(row);
            }
        }
    }

    /// <summary>Measures a wave.</summary>
    /// <param name="kind">Of <see cref="WaveKind"/>.</param>
    /// <param name="size">Its items.</param>
    /// <param name="failed">Those of them that failed.</param>
    /// <param name="startedAt">The <see cref="Timestamp"/> at its begin.</param>
    public void OnWave(string kind, int size, int failed, long startedAt)
    {
        var tag = KeyValuePair.Create("kind", (object?)kind);
        _waveSize.Record(size, tag);
        _waveDuration.Record(_systemClock.GetElapsedTime(startedAt).TotalSeconds, tag);
        _waveFailures.Add(failed, tag);
    }

    /// <summary>Measures a tick.</summary>
    /// <param name="ticker">Which kind of grain ticks.</param>
    /// <param name="lateness">How late it came.</param>
    public void OnTick(string ticker, TimeSpan lateness) =>
        _tickLateness.Record(lateness.TotalSeconds, KeyValuePair.Create("ticker", (object?)ticker));

    /// <summary>Shows how much room a day has, from the first place that is taken.</summary>
    public void ShowQuota(DailyQuotaKey key, QuotaLedger ledger)
    {
        if (ledger.Reserved > 0 || _quotas.ContainsKey(key))
        {
            _quotas.GetOrAdd(key, static key => new QuotaGauge(key)).Remaining = ledger.Remaining;
        }
    }

    /// <summary>Shows a day no more: its grain has gone from this silo.</summary>
    public void HideQuota(DailyQuotaKey key) => _quotas.TryRemove(key, out _);

    private void Count(UpdateRow row)
    {
        var tags = new TagList { { "state", States[row.State] }, { "method", Methods[row.Method] } };
        if (row is { StartedAt: { } startedAt, FinishedAt: { } finishedAt })
        {
            _updateDuration.Record((finishedAt - startedAt).TotalSeconds, tags);
        }

        if (row.Reason is { } reason)
        {
            tags.Add("reason", Reasons[reason]);
        }

        _transitions.Add(1, tags);
    }

    private static UpdateRowState? StateOf(UpdateId update, CloudComputer? computer) =>
        computer?.PendingUpdate is { } pending && pending.UpdateId == update ? UpdateRows.StateOf(pending.State) : null;

    private static InstrumentAdvice<T> Buckets<T>(params T[] bounds)
        where T : struct => new() { HistogramBucketBoundaries = bounds };

    private static FrozenDictionary<TEnum, string> WordsOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, FleetEventJson.Word);

    /// <summary>One day's gauge; its tags are made once.</summary>
    private sealed class QuotaGauge(DailyQuotaKey key)
    {
        private readonly KeyValuePair<string, object?>[] _tags =
            [new("region", key.RegionId.Value), new("day", key.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

        public int Remaining { private get; set; }

        public Measurement<int> Measure() => new(Remaining, _tags);
    }
}
