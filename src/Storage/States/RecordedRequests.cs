namespace Wuying.Storage.States;

/// <summary>How long recorded requests are kept (R32).</summary>
internal static class RecordedRequests
{
    /// <summary>How long the first answer is kept, in the system's time.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>The most removed in one transaction: others wait for it.</summary>
    public const int RemovedMax = 2_000;
}
