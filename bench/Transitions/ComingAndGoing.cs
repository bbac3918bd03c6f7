using Wuying.Bench.Hosting;
using Wuying.Contracts.Answers;
using Wuying.Domain.EndUsers;
using Wuying.Harness;

namespace Wuying.Bench.Transitions;

/// <summary>Callers who have some computers of their own each, and connect and disconnect at one after the other, so that no call ever meets another one. Every call is a transition.</summary>
/// <param name="computers">How many computers there are.</param>
/// <param name="callers">How many callers share them.</param>
/// <param name="connectAsync">Connects at the computer of an id.</param>
/// <param name="disconnectAsync">Disconnects there.</param>
internal sealed class ComingAndGoing(
    int computers, int callers, Func<string, UserId, Task<Answer>> connectAsync, Func<string, UserId, Task<Answer>> disconnectAsync)
{
    private readonly int _each = Math.Max(1, computers / callers);
    private readonly int[] _turns = new int[callers];

    /// <summary>A caller's next call.</summary>
    public async Task NextAsync(int caller)
    {
        var turn = _turns[caller]++;
        var id = NumberedComputers.IdOf(caller + (callers * (turn / 2 % _each)));
        var answer = await (turn % 2 == 0 ? connectAsync : disconnectAsync)(id, A.UserOf(id));
        if (answer.Outcome is not AnswerOutcome.Accepted)
        {
            throw new InvalidOperationException($"No transition of {id}: {answer}");
        }
    }
}
