using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wuying.Api.Access;
using Wuying.Contracts.Requests;

namespace Wuying.Api.Requests;

/// <summary>What a request carries besides its words: who asks, and under which key.</summary>
internal static class RequestIdentity
{
    /// <summary>The header with the idempotency key.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>Who asks, as history shows it.</summary>
    public static string RequestedBy(this HttpContext context) => context.Caller().Name;

    /// <summary>Makes an id. With an idempotency key it is derived from the key's announcement: a request repeated after a crash makes the same things again, and so none twice;
    /// a key used again after it was forgotten makes others.</summary>
    /// <param name="context">The request.</param>
    /// <param name="prefix">What kind of id.</param>
    /// <param name="number">Which of several.</param>
    public static string NewId(this HttpContext context, string prefix, int number = 0) =>
        context.Features.Get<KeyedRequest>() is { } keyed
            ? prefix + Derive(string.Create(CultureInfo.InvariantCulture, $"{keyed.Key}\n{keyed.Nonce}\n{prefix}{number}"))
            : RequestIds.NewRandom(prefix);

    private static string Derive(string seed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        return string.Create(RequestIds.Length, hash, static (id, bytes) =>
        {
            for (var index = 0; index < id.Length; index++)
            {
                id[index] = RequestIds.Letters[bytes[index] % RequestIds.Letters.Length];
            }
        });
    }
}
