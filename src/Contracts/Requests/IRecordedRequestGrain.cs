namespace Wuying.Contracts.Requests;

/// <summary>Remembers the first answer to a request that carries an idempotency key, for 24 hours (R32). Key: the scope and the idempotency key. Called by the Api.</summary>
[Alias("wuying.IRecordedRequestGrain")]
public interface IRecordedRequestGrain : IGrainWithStringKey
{
    /// <summary>Announces a request, durably. The first caller, and one that repeats after the first one was lost, is told to go ahead.</summary>
    /// <param name="fingerprint">Hash of what is asked; the same key with another one is a caller's mistake.</param>
    [Alias("begin")]
    Task<RecordedRequest> BeginAsync(string fingerprint);

    /// <summary>Records the answer.</summary>
    [Alias("complete")]
    Task CompleteAsync(RecordedAnswer answer);

    /// <summary>Says that the request failed without an answer worth keeping. What it did is not known: the announcement stays, so that a repetition goes ahead as the same request.</summary>
    [Alias("abandon")]
    Task AbandonAsync();
}
