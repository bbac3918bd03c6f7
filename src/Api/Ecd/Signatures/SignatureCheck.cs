using System.Globalization;
using Wuying.Api.Access;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>Finds out who makes a signed call: a key that is known and can be used, a signature that its secret gives, a time that is near, and words that were never said before.</summary>
internal sealed class SignatureCheck(IAccessKeys keys, NonceMemory nonces, TimeProvider clock)
{
    /// <summary>How far a call's time may be from ours, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(15);

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Who calls, or why nobody is believed.</summary>
    public async Task<(Caller? Caller, EcdError? Error)> CheckAsync(EcdMessage message)
    {
        var (claim, unreadable) = message.IsV3 ? V3Claims.Read(message) : V1Claims.Read(message);
        if (claim is null)
        {
            return (null, unreadable);
        }

        if (!DateTimeOffset.TryParseExact(claim.Time, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return (null, GatewayErrors.TimeNotReadable);
        }

        if ((clock.GetUtcNow() - time).Duration() > Tolerance)
        {
            return (null, GatewayErrors.TimeExpired);
        }

        if (claim.Nonce.Length > SignatureClaim.NonceLengthMax)
        {
            return (null, GatewayErrors.Invalid(PublicParameters.SignatureNonce, $"it has at most {SignatureClaim.NonceLengthMax} characters."));
        }

        return await CheckKeyAsync(claim, time);
    }

    // The nonce last: only who can sign makes us remember anything.
    private async Task<(Caller? Caller, EcdError? Error)> CheckKeyAsync(SignatureClaim claim, DateTimeOffset time)
    {
        if (await keys.FindAsync(claim.KeyId) is not { } known)
        {
            return (null, GatewayErrors.KeyNotFound);
        }

        if (!AccessKeySecrets.AreEqual(claim.Signature, claim.Sign(known.Secret)))
        {
            return (null, claim.Mismatch);
        }

        if (known.Key.IsDisabled)
        {
            return (null, GatewayErrors.KeyDisabled);
        }

        if (await nonces.TakeAsync(claim.KeyId, claim.Nonce, time) is { } refused)
        {
            return (null, refused);
        }

        keys.NoteUse(known.Key.Id);
        return (Caller.Of(known.Key), null);
    }
}
