using Wuying.Contracts.Requests;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeRecordedRequest : IRecordedRequestGrain
{
    private string? _fingerprint;
    private bool _isInProgress;
    private int _announcements;

    public RecordedAnswer? Answer { get; private set; }

    /// <summary>The first answer is still to come.</summary>
    public void StayInProgress() => (Answer, _isInProgress) = (null, true);

    /// <summary>A crash lost the first answer, and not the announcement.</summary>
    public void LoseAnswer() => (Answer, _isInProgress) = (null, false);

    /// <summary>A day is over.</summary>
    public void Forget() => (Answer, _isInProgress, _fingerprint) = (null, false, null);

    public Task<RecordedRequest> BeginAsync(string fingerprint)
    {
        if (_fingerprint is null)
        {
            _fingerprint = fingerprint;
            _announcements++;
        }

        var state = Answer switch
        {
            _ when _fingerprint != fingerprint => RecordedRequestState.Mismatch,
            not null => RecordedRequestState.Answered,
            _ => _isInProgress ? RecordedRequestState.InProgress : RecordedRequestState.GoAhead,
        };
        _isInProgress |= state is RecordedRequestState.GoAhead;
        return Task.FromResult(new RecordedRequest(state, Answer, state is RecordedRequestState.GoAhead ? $"{_announcements}" : null));
    }

    public Task CompleteAsync(RecordedAnswer answer)
    {
        (Answer, _isInProgress) = (answer, false);
        return Task.CompletedTask;
    }

    public Task AbandonAsync()
    {
        _isInProgress = false;
        return Task.CompletedTask;
    }
}
