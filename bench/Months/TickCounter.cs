using System.Diagnostics.Metrics;

namespace Wuying.Bench.Months;

/// <summary>Counts the reminders that fire: what a quiet hour costs is their number.</summary>
internal sealed class TickCounter : IDisposable
{
    private const string Delivered = "orleans-reminders-ticks-delivered";

    private readonly MeterListener _listener = new();
    private long _count;

    /// <summary>Begins to count.</summary>
    public TickCounter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is Delivered)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, count, _, _) => Interlocked.Add(ref _count, count));
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _count, count));
        _listener.Start();
    }

    /// <summary>How many so far.</summary>
    public long Count
    {
        get
        {
            _listener.RecordObservableInstruments();
            return Interlocked.Read(ref _count);
        }
    }

    public void Dispose() => _listener.Dispose();
}
