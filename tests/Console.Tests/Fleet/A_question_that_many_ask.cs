using Wuying.WebConsole.Fleet;

namespace Wuying.Console.Tests.Fleet;

public sealed class A_question_that_many_ask
{
    private readonly TaskCompletionSource<int> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _put = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    [Fact]
    public async Task Is_put_once_for_all_who_came_before_it_was_put()
    {
        var question = Question();
        Task<int>[] first = [question.AskAsync(), question.AskAsync(), question.AskAsync()];
        await _put.Task;
        _answer.SetResult(1);

        var answers = await Task.WhenAll(first);
        Assert.All(answers, answer => Assert.Equal(1, answer));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task Is_put_again_for_whoever_comes_later()
    {
        var question = Question();
        var first = question.AskAsync();
        await _put.Task;

        // The answer to come may have been found before whatever makes this one ask.
        var second = question.AskAsync();
        _answer.SetResult(1);

        await Task.WhenAll(first, second);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task That_failed_can_be_asked_again()
    {
        var fails = true;
        var question = new SharedQuestion<int>(() => fails ? throw new InvalidOperationException("no") : Task.FromResult(7), TimeProvider());

        await Assert.ThrowsAsync<InvalidOperationException>(question.AskAsync);
        fails = false;

        Assert.Equal(7, await question.AskAsync());
    }

    private SharedQuestion<int> Question() => new(
        () =>
        {
            Interlocked.Increment(ref _asked);
            _put.TrySetResult();
            return _answer.Task;
        },
        TimeProvider());

#pragma warning disable RS0030 // Half a second of the system's.
    private static TimeProvider TimeProvider() => System.TimeProvider.System;
#pragma warning restore RS0030
}
