using Wuying.Contracts.Requests;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeRecordedRequest : IRecordedRequestGrain
{
    private string? _fingerprint;

    public RecordedAnswer? Answer { get; private set; }

    public void ForgetAnswer() => Answer = null;

    public Task<RecordedRequest> BeginAsync(string fingerprint)
    {
        var state = _fingerprint switch
        {
            null => RecordedRequestState.GoAhead,
            _ when _fingerprint != fingerprint => RecordedRequestState.Mismatch,
            _ => Answer is null ? RecordedRequestState.InProgress : RecordedRequestState.Answered,
        };
        _fingerprint ??= fingerprint;
        return Task.FromResult(new RecordedRequest(state, Answer));
    }

    public Task CompleteAsync(RecordedAnswer answer)
    {
        Answer = answer;
        return Task.CompletedTask;
    }

    public Task AbandonAsync()
    {
        _fingerprint = null;
        return Task.CompletedTask;
    }
}
