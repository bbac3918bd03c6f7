using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>What a signed call claims, whichever way it is signed.</summary>
/// <param name="KeyId">Who says they signed it.</param>
/// <param name="Time">When, as the call writes it.</param>
/// <param name="Nonce">What tells it from others of the same words.</param>
/// <param name="Signature">The signature it carries.</param>
/// <param name="Sign">The signature that a secret would give.</param>
/// <param name="Mismatch">What to say when the two differ.</param>
internal sealed record SignatureClaim(string KeyId, string Time, string Nonce, string Signature, Func<string, string> Sign, EcdError Mismatch)
{
    /// <summary>The longest nonce.</summary>
    public const int NonceLengthMax = 256;
}
