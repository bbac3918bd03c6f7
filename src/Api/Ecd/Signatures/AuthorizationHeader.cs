using System.Diagnostics.CodeAnalysis;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>The header of the newer signature: <c>ACS3-HMAC-SHA256 Credential=ID,SignedHeaders=a;b;c,Signature=HEX</c>.</summary>
/// <param name="KeyId">Who signed.</param>
/// <param name="SignedHeaders">The names of the headers that were signed, in the order in which they were.</param>
/// <param name="Signature">The signature.</param>
internal sealed record AuthorizationHeader(string KeyId, IReadOnlyList<string> SignedHeaders, string Signature)
{
    private const string KeyIdPart = "Credential=";
    private const string HeadersPart = "SignedHeaders=";
    private const string SignaturePart = "Signature=";

    /// <summary>Reads the header; null when it is not written like that.</summary>
    public static bool TryParse(string header, [NotNullWhen(true)] out AuthorizationHeader? parsed)
    {
        parsed = null;
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || header[..space] != SignatureV3.Algorithm)
        {
            return false;
        }

        var parts = header[(space + 1)..].Split(',', StringSplitOptions.TrimEntries);
        if (parts is not [var key, var headers, var signature]
            || !key.StartsWith(KeyIdPart, StringComparison.Ordinal)
            || !headers.StartsWith(HeadersPart, StringComparison.Ordinal)
            || !signature.StartsWith(SignaturePart, StringComparison.Ordinal))
        {
            return false;
        }

        parsed = new(key[KeyIdPart.Length..], headers[HeadersPart.Length..].Split(';'), signature[SignaturePart.Length..]);
        return parsed.KeyId.Length > 0;
    }
}
