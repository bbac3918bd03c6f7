using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>Reads claims of the older style, which stand among the parameters.</summary>
internal static class V1Claims
{
    private static readonly string[] Needed =
    [
        PublicParameters.AccessKeyId, PublicParameters.Signature, PublicParameters.SignatureMethod,
        PublicParameters.SignatureVersion, PublicParameters.SignatureNonce, PublicParameters.Timestamp,
    ];

    public static (SignatureClaim? Claim, EcdError? Error) Read(EcdMessage message)
    {
        var parameters = message.Parameters;
        if (Needed.FirstOrDefault(name => string.IsNullOrEmpty(parameters.Find(name))) is { } missing)
        {
            return (null, GatewayErrors.Missing(missing));
        }

        if (!string.IsNullOrEmpty(parameters.Find(PublicParameters.SecurityToken)) || !string.IsNullOrEmpty(parameters.Find(PublicParameters.SignatureType)))
        {
            return (null, GatewayErrors.TokenNotTaken);
        }

        if (parameters.Find(PublicParameters.SignatureMethod) is not SignatureV1.Method)
        {
            return (null, GatewayErrors.InvalidSignatureMethod(SignatureV1.Method));
        }

        if (parameters.Find(PublicParameters.SignatureVersion) is not SignatureV1.Version)
        {
            return (null, GatewayErrors.Invalid(PublicParameters.SignatureVersion, $"it is {SignatureV1.Version}."));
        }

        var signed = SignatureV1.StringToSign(message.Method, parameters.Values);
        return (new SignatureClaim(
            parameters.Find(PublicParameters.AccessKeyId)!,
            parameters.Find(PublicParameters.Timestamp)!,
            parameters.Find(PublicParameters.SignatureNonce)!,
            parameters.Find(PublicParameters.Signature)!,
            secret => SignatureV1.Sign(secret, signed),
            GatewayErrors.Bad("SignatureDoesNotMatch", $"Specified signature is not matched with our calculation. server string to sign is:{signed}")), null);
    }
}
