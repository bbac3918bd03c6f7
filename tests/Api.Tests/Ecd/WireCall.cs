using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Wuying.Api.Tests.Ecd;

/// <summary>A call as its bytes go over the wire: each part is text whose characters are bytes.</summary>
/// <param name="Method">The method of HTTP.</param>
/// <param name="Parts">Query, body and headers, by name; those of headers begin with <c>header:</c>.</param>
internal sealed record WireCall(string Method, ImmutableSortedDictionary<string, string> Parts)
{
    public const string Query = "query";
    public const string Body = "body";
    private const string HeaderPart = "header:";

    /// <summary>Adds a header.</summary>
    public WireCall With(string header, string value) => this with { Parts = Parts.SetItem(HeaderPart + header, value) };

    /// <summary>A header; null when it is not there.</summary>
    public string? Header(string name) => Parts.GetValueOrDefault(HeaderPart + name);

    /// <summary>Puts it into a request.</summary>
    public void Write(HttpRequest request)
    {
        request.Method = Method;
        request.Path = "/";
        request.QueryString = new QueryString(Parts[Query].Length == 0 ? null : "?" + Parts[Query]);
        foreach (var (name, value) in Parts.Where(part => part.Key.StartsWith(HeaderPart, StringComparison.Ordinal)))
        {
            request.Headers[name[HeaderPart.Length..]] = value;
        }

        var bytes = Encoding.Latin1.GetBytes(Parts[Body]);
        request.Body = new MemoryStream(bytes);
        request.ContentLength = bytes.Length;
    }
}
