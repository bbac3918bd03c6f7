using System.Text;

namespace Wuying.Api.Tests.Http.BadInput;

/// <summary>One bad input for one route.</summary>
/// <param name="Route">The route, for people.</param>
/// <param name="Input">The input, for people.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, sent as they are.</param>
/// <param name="Expected">What may be answered.</param>
internal sealed record Attempt(string Route, string Input, string Method, string Target, Expected Expected)
{
    public byte[]? Body { get; init; }

    public string? ContentType { get; init; } = "application/json";

    public (string Name, string Value)? Header { get; init; }

    /// <summary>The member that the answer has to name; null when it need not name one.</summary>
    public string? Field { get; init; }

    public static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body);

    public HttpRequestMessage ToRequest(Uri service)
    {
        var address = new Uri(service.GetLeftPart(UriPartial.Authority) + Target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(Method), address);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        if (Header is var (name, value))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
