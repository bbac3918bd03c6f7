using System.Security.Cryptography;
using System.Text;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Signatures;

/// <summary>The older signature: HMAC-SHA1 over the method and all parameters.</summary>
internal static class SignatureV1
{
    public const string Method = "HMAC-SHA1";
    public const string Version = "1.0";

    /// <summary>What is signed.</summary>
    /// <param name="method">The method of HTTP.</param>
    /// <param name="parameters">All parameters of query and body, in ordinal order; the signature itself is passed over.</param>
    public static string StringToSign(string method, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var canonical = PercentEncoding.Join(parameters.Where(parameter => parameter.Key != PublicParameters.Signature));
        return $"{method.ToUpperInvariant()}&%2F&{PercentEncoding.Encode(canonical)}";
    }

    /// <summary>The signature, as the parameter carries it.</summary>
#pragma warning disable CA5350 // The contract says which algorithm; a keyed SHA-1 is not what is broken about SHA-1.
    public static string Sign(string secret, string stringToSign) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret + "&"), Encoding.UTF8.GetBytes(stringToSign)));
#pragma warning restore CA5350
}
