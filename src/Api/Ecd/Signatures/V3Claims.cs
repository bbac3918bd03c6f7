using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>Reads claims of the newer style, which stand in headers.</summary>
internal static class V3Claims
{
    private const string Path = "/";
    private const string ContentType = "content-type";
    private static readonly string[] SignedAlways = ["host", EcdHeaders.Action, EcdHeaders.Version, EcdHeaders.Date, EcdHeaders.Nonce];

    public static (SignatureClaim? Claim, EcdError? Error) Read(EcdMessage message)
    {
        if (!AuthorizationHeader.TryParse(message.Header("Authorization") ?? string.Empty, out var authorization))
        {
            return (null, GatewayErrors.Incomplete($"It is written {SignatureV3.Algorithm} Credential=…,SignedHeaders=…,Signature=…"));
        }

        if (!string.IsNullOrEmpty(message.Header(EcdHeaders.SecurityToken)))
        {
            return (null, GatewayErrors.TokenNotTaken);
        }

        // What is not signed could be changed on the way: all that decides what is asked must be.
        string[] needed = message.Body.Length > 0 ? [.. SignedAlways, ContentType] : SignedAlways;
        if (needed.FirstOrDefault(name => string.IsNullOrEmpty(message.Header(name))) is { } missing)
        {
            return (null, GatewayErrors.Missing(missing));
        }

        if (needed.FirstOrDefault(name => !authorization.SignedHeaders.Contains(name)) is { } unsigned)
        {
            return (null, GatewayErrors.Incomplete($"The header {unsigned} is not signed."));
        }

        if (authorization.SignedHeaders.FirstOrDefault(name => message.Header(name) is null) is { } absent)
        {
            return (null, GatewayErrors.Incomplete($"The signed header {Hosting.RouteIds.Shorten(absent)} is not there."));
        }

        return (ClaimOf(message, authorization), null);
    }

    private static SignatureClaim ClaimOf(EcdMessage message, AuthorizationHeader authorization)
    {
        var headers = authorization.SignedHeaders.Select(name => KeyValuePair.Create(name, message.Header(name)!)).ToArray();
        var canonical = SignatureV3.CanonicalRequest(message.Method, Path, message.Query.Values, headers, message.Body);
        var signed = SignatureV3.StringToSign(canonical);
        return new SignatureClaim(
            authorization.KeyId,
            message.Header(EcdHeaders.Date)!,
            message.Header(EcdHeaders.Nonce)!,
            authorization.Signature,
            secret => SignatureV3.Sign(secret, signed),
            GatewayErrors.Bad(
                "SignatureDoesNotMatch",
                $"Specified signature does not match our calculation. server StringToSign is [{signed}] server CanonicalRequest is [{canonical}]"));
    }
}
