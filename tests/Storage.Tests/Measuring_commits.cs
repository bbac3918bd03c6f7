using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Harness;
using Wuying.Storage.GroupCommit;

namespace Wuying.Storage.Tests;

public sealed class Measuring_commits : IDisposable
{
    private readonly ServiceProvider _services =
        new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(new SteppedClock()).AddSingleton<FleetStoreInstruments>().BuildServiceProvider();

    private readonly Recorder _recorder;

    public Measuring_commits() => _recorder = new Recorder(_services.GetRequiredService<IMeterFactory>(), FleetStoreInstruments.MeterName);

    public void Dispose()
    {
        _recorder.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task Counts_the_transactions_that_failed()
    {
        var committer = new Committer { Error = new IOException("The disk is full.") };
        using var queue = new WriteQueue(_services.GetRequiredService<FleetStoreInstruments>(), committer);
        await Assert.ThrowsAsync<IOException>(() => queue.WriteAsync(new Write()));

        committer.Error = null;
        await queue.WriteAsync(new Write());

        Assert.Equal([1, 0], _recorder.Of("wuying.store.commit.failures").Select(heard => heard.Value));
        Assert.Equal(2, _recorder.Of("wuying.store.commit.duration").Length);
    }

    [Fact]
    public async Task Shows_the_writes_that_wait_for_a_transaction()
    {
        var committer = new Committer();
        using var queue = new WriteQueue(_services.GetRequiredService<FleetStoreInstruments>(), committer);
        committer.Gate.Reset();
        var first = queue.WriteAsync(new Write());
        await committer.Entered.Task;
        Task[] others = [queue.WriteAsync(new Write()), queue.WriteAsync(new Write())];
        Assert.Equal(2, Waiting);

        committer.Gate.Set();
        await Task.WhenAll([first, .. others]);

        Assert.Equal(0, Waiting);
    }

    private double Waiting => _recorder.Of("wuying.store.queue.length").Sum(heard => heard.Value);

    private sealed class Write() : QueuedWrite("key");

    private sealed class Committer : IBatchCommitter
    {
        public Exception? Error { get; set; }

        public ManualResetEventSlim Gate { get; } = new(initialState: true);

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Commit(IReadOnlyList<QueuedWrite> batch)
        {
            Entered.TrySetResult();
            Gate.Wait();
            if (Error is not null)
            {
                throw Error;
            }
        }

        public bool MayBeOneWritesFault(Exception exception) => false;

        public Exception Explain(Exception exception) => exception;
    }
}
