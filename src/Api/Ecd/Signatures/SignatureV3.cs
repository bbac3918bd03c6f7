using System.Security.Cryptography;
using System.Text;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>The newer signature: HMAC-SHA256 over method, path, query, headers and a hash of the body.</summary>
internal static class SignatureV3
{
    public const string Algorithm = "ACS3-HMAC-SHA256";

    /// <summary>What the request says, spelled in one way.</summary>
    /// <param name="method">The method of HTTP.</param>
    /// <param name="path">The path of the address.</param>
    /// <param name="query">The parameters of the address, in ordinal order.</param>
    /// <param name="headers">The signed headers in their order, names in lower case.</param>
    /// <param name="body">The bytes of the body.</param>
    public static string CanonicalRequest(
        string method, string path, IEnumerable<KeyValuePair<string, string>> query, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
    {
        var lines = string.Concat(headers.Select(header => $"{header.Key}:{header.Value.Trim()}\n"));
        var names = string.Join(';', headers.Select(header => header.Key));
        return string.Join('\n', method.ToUpperInvariant(), path, PercentEncoding.Join(query), lines, names, HashOf(body));
    }

    /// <summary>What is signed.</summary>
    public static string StringToSign(string canonicalRequest) => $"{Algorithm}\n{HashOf(Encoding.UTF8.GetBytes(canonicalRequest))}";

    /// <summary>The signature, as the header carries it.</summary>
    public static string Sign(string secret, string stringToSign) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(stringToSign)));

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
