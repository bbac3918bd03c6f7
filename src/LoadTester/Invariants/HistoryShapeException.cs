namespace Wuying.LoadTester.Invariants;

/// <summary>An event does not say what events of its kind say.</summary>
internal sealed class HistoryShapeException : Exception
{
    public HistoryShapeException(string message)
        : base(message)
    {
    }
}
