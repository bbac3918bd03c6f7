using Wuying.LoadTester.Load;
using Wuying.LoadTester.Progress;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Runs;

/// <summary>What a scenario has to do its work with.</summary>
internal sealed class Run
{
    /// <summary>The time that passes here.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Calls that must succeed.</summary>
    public required ServiceCalls Calls { get; init; }

    /// <summary>Requests that are measured.</summary>
    public required MeasuredClient Measured { get; init; }

    /// <summary>Counts what is measured.</summary>
    public required LoadRecorder Recorder { get; init; }

    /// <summary>Keys of writes.</summary>
    public required RequestKeys Keys { get; init; }

    /// <summary>Shows what goes on.</summary>
    public required ProgressBoard Board { get; init; }

    /// <summary>Takes what comes of it.</summary>
    public RunResult Result { get; } = new();
}
