using System.Globalization;
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

    // Lives in memory only: whoever carried a request out on an earlier activation may have died with it.
    private DateTimeOffset? _inProgressSince;

    public async Task<RecordedRequest> BeginAsync(string fingerprint)
    {
        var now = systemClock.GetUtcNow();
        var isInProgress = now - _inProgressSince < CarriedOutWithin;
        var known = stored.State.Current is { } current && (isInProgress || now - current.Since < KeptFor) ? current : null;
        var state = known switch
        {
            null => RecordedRequestState.GoAhead,
            _ when known.Fingerprint != fingerprint => RecordedRequestState.Mismatch,
            { Answer: not null } => RecordedRequestState.Answered,
            _ => isInProgress ? RecordedRequestState.InProgress : RecordedRequestState.GoAhead,
        };
        if (state is not RecordedRequestState.GoAhead)
        {
            return new RecordedRequest(state, state is RecordedRequestState.Answered ? known?.Answer : null, Nonce: null);
        }

        known ??= await AnnounceAsync(fingerprint, now);
        _inProgressSince = now;
        return new RecordedRequest(state, Answer: null, known.Nonce);
    }

    public async Task CompleteAsync(RecordedAnswer answer)
    {
        _inProgressSince = null;
        if (stored.State.Current is { Answer: null } announced)
        {
            await SaveAsync(announced with { Answer = answer, Since = systemClock.GetUtcNow() });
        }
    }

    public Task AbandonAsync()
    {
        _inProgressSince = null;
        return Task.CompletedTask;
    }

    // Saved before anything is done: after a crash only this tells a repetition from another request.
    private async Task<StoredRequest> AnnounceAsync(string fingerprint, DateTimeOffset now)
    {
        if (stored.State.Current is not null)
        {
            // It is forgotten here, and the store may have removed its row since it was read.
            await stored.ReadStateAsync();
        }

        var announced = new StoredRequest(fingerprint, Answer: null, now, now.UtcTicks.ToString(CultureInfo.InvariantCulture));
        await SaveAsync(announced);
        return announced;
    }

    private async Task SaveAsync(StoredRequest request)
    {
        stored.State.Current = request;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // After a failed write only the store knows the truth.
            DeactivateOnIdle();
            throw;
        }
    }
}
