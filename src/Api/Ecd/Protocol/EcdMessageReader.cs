using System.Net.Http.Headers;
using System.Text;
using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>Reads calls off HTTP. The body is kept as it came, since its bytes may be signed.</summary>
internal static class EcdMessageReader
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The call, or what is wrong with it.</summary>
    public static async Task<(EcdMessage? Message, EcdError? Error)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return Read(request, body.ToArray());
    }

    private static (EcdMessage? Message, EcdError? Error) Read(HttpRequest request, byte[] body)
    {
        if (body.Length > 0 && !IsForm(request.ContentType))
        {
            return (null, GatewayErrors.BodyNotTaken);
        }

        if (!TryDecode(body, out var form))
        {
            return (null, GatewayErrors.NotReadable);
        }

        return EcdParameters.TryParse(request.QueryString.Value ?? string.Empty, out var inQuery, out var error)
            && EcdParameters.TryParse(form, out var inBody, out error)
            && EcdParameters.TryMerge(inQuery, inBody, out var all, out error)
            ? (new EcdMessage(request.Method, request.Headers, inQuery, all, body), null)
            : (null, error);
    }

    private static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && FormType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase);

    private static bool TryDecode(byte[] body, out string form)
    {
        try
        {
            form = Strict.GetString(body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            form = string.Empty;
            return false;
        }
    }
}
