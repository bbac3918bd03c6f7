using System.Threading.Channels;

namespace Wuying.Api.Tests.Fakes;

/// <summary>A clock for calls that wait: their patience is over when a test says so.</summary>
public sealed class FakePatience
{
    private readonly Channel<TimeSpan> _asked = Channel.CreateUnbounded<TimeSpan>();
    private TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Notes a call.</summary>
    /// <returns>Done when its patience is over.</returns>
    public Task BeginAsync(TimeSpan patience)
    {
        var over = Volatile.Read(ref _over).Task;
        _asked.Writer.TryWrite(patience);
        return over;
    }

    /// <summary>How long the next call is ready to wait, once there is one.</summary>
    public ValueTask<TimeSpan> AskedAsync() => _asked.Reader.ReadAsync();

    /// <summary>Answers all who wait.</summary>
    public void End() => Interlocked.Exchange(ref _over, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
