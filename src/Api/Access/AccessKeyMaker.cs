using Wuying.Contracts.Access;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Access;

/// <summary>Makes access keys.</summary>
internal sealed class AccessKeyMaker(IAccessStore store, AccessKeySecrets secrets, TimeProvider clock)
{
    /// <summary>Makes a key.</summary>
    /// <param name="wanted">What it is to be; its instant is now.</param>
    /// <returns>The key with its secret, shown this once; or why there is none.</returns>
    public async Task<(KnownAccessKey? Made, Rejection? Refused)> MakeAsync(AccessKey wanted)
    {
        var key = wanted with { CreatedAt = clock.GetUtcNow() };
        var secret = AccessKeySecrets.NewSecret();
        var answer = await store.AddKeyAsync(secrets.Protect(key, secret));
        return answer switch
        {
            { Outcome: AnswerOutcome.Accepted } => (new KnownAccessKey(key, secret), null),
            { Rejection: { } refused } => (null, refused),
            _ => (null, new Rejection(RejectionCode.InvalidRequest, $"The key {key.Id} was made by this request before, and its secret is not shown again. Disable it, and make another with a new Idempotency-Key.")),
        };
    }
}
