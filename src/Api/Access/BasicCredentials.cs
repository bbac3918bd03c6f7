using System.Text;
using Microsoft.Net.Http.Headers;

namespace Wuying.Api.Access;

/// <summary>The id and secret of an HTTP Basic header.</summary>
internal static class BasicCredentials
{
    private const string Scheme = "Basic ";
    private const int LengthMax = 1_024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads them; null when the header has another form.</summary>
    public static (string Id, string Secret)? Read(HttpRequest request)
    {
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (header.Length > LengthMax || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[LengthMax];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return null;
        }

        try
        {
            return Strict.GetString(bytes, 0, length).Split(':', 2) is [var id, var secret] ? (id, secret) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
