using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wuying.Api.Requests;

/// <summary>What a request carries besides its words: who asks, and under which key.</summary>
internal static class RequestIdentity
{
    /// <summary>The header with the idempotency key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const int IdLength = 17;

    /// <summary>Who asks, as history shows it.</summary>
    public static string RequestedBy(this HttpContext context) => context.User.Identity?.Name ?? "operator";

    /// <summary>Makes an id. With an idempotency key it is derived from that key: a request repeated after a crash makes the same things again, and so none twice.</summary>
    /// <param name="context">The request.</param>
    /// <param name="prefix">What kind of id.</param>
    /// <param name="number">Which of several.</param>
    public static string NewId(this HttpContext context, string prefix, int number = 0)
    {
        var key = context.Request.Headers[KeyHeader].ToString();
        return key.Length == 0
            ? prefix + RandomNumberGenerator.GetString(Letters, IdLength)
            : prefix + Derive(string.Create(CultureInfo.InvariantCulture, $"{context.RequestedBy()}\n{key}\n{context.Request.Path}\n{prefix}{number}"));
    }

    private static string Derive(string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        return string.Create(IdLength, hash, static (id, bytes) =>
        {
            for (var index = 0; index < id.Length; index++)
            {
                id[index] = Letters[bytes[index] % Letters.Length];
            }
        });
    }
}
