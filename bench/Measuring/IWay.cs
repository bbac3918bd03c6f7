namespace Wuying.Bench.Measuring;

/// <summary>One of several ways to do the same.</summary>
internal interface IWay
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>The most callers that are good for it.</summary>
    int CallersMax => int.MaxValue;

    /// <summary>Does it once more. A caller waits for its last time; others do it at the same time.</summary>
    Task OnceAsync(int caller);
}
