namespace Wuying.LoadTester.Progress;

/// <summary>Something that goes on. Set from anywhere, shown by a view.</summary>
/// <param name="name">What it is.</param>
/// <param name="unit">What is counted, e.g. <c>rows</c>.</param>
/// <param name="most">How much it will be in the end; 0 when nobody knows.</param>
/// <param name="startedAt">When it began, as a timestamp.</param>
internal sealed class ProgressStep(string name, string unit, double most, long startedAt)
{
    private double _done;
    private volatile string _note = "";
    private volatile bool _hasEnded;

    public string Name => name;

    public string Unit => unit;

    public double Most => most;

    public long StartedAt => startedAt;

    /// <summary>How much is done.</summary>
    public double Done
    {
        get => Volatile.Read(ref _done);
        set => Volatile.Write(ref _done, value);
    }

    /// <summary>What else is to be said.</summary>
    public string Note
    {
        get => _note;
        set => _note = value;
    }

    public bool HasEnded => _hasEnded;

    /// <summary>It is over.</summary>
    public void End() => _hasEnded = true;
}
