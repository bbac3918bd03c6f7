using System.Security.Cryptography;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>The id that every answer carries: a UUID in capitals.</summary>
internal static class RequestIds
{
    public static string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return new Guid(bytes).ToString("D").ToUpperInvariant();
    }
}
