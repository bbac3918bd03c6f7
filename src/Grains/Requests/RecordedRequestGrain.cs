using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Requests;

namespace Wuying.Grains.Requests;

/// <summary>Remembers one idempotency key's first answer for 24 hours of system time (R32). Clients live by the system's clock, whatever the fleet's clock shows.</summary>
[GrainType(GrainTypes.RecordedRequest)]
internal sealed class RecordedRequestGrain(
    [PersistentState("request", FleetStorage.Name)] IPersistentState<Stored<StoredRequest>> stored,
    TimeProvider systemClock) : Grain, IRecordedRequestGrain
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    // Longer than any request lasts: whoever announced one and is silent since then has died.
    private static readonly TimeSpan CarriedOutWithin = TimeSpan.FromMinutes(5);

    private (string Fingerprint, DateTimeOffset Since)? _inProgress;

    public Task<RecordedRequest> BeginAsync(string fingerprint)
    {
        var now = systemClock.GetUtcNow();
        var answered = stored.State.Current is { } current && now - current.AnsweredAt < KeptFor ? current : null;
        var inProgress = _inProgress is { } announced && now - announced.Since < CarriedOutWithin ? _inProgress : null;
        var state = (answered?.Fingerprint ?? inProgress?.Fingerprint, answered, inProgress) switch
        {
            ({ } known, _, _) when known != fingerprint => RecordedRequestState.Mismatch,
            (_, not null, _) => RecordedRequestState.Answered,
            (_, _, not null) => RecordedRequestState.InProgress,
            _ => RecordedRequestState.GoAhead,
        };
        if (state is RecordedRequestState.GoAhead)
        {
            _inProgress = (fingerprint, now);
        }

        return Task.FromResult(new RecordedRequest(state, state is RecordedRequestState.Answered ? answered!.Answer : null));
    }

    public async Task CompleteAsync(RecordedAnswer answer)
    {
        if (_inProgress is not { } announced)
        {
            return;
        }

        _inProgress = null;
        stored.State.Current = new StoredRequest(announced.Fingerprint, answer, systemClock.GetUtcNow());
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    public Task AbandonAsync()
    {
        _inProgress = null;
        return Task.CompletedTask;
    }
}
