using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Wuying.Api.Tests.Fuzz;

/// <summary>A request, right or wrong.</summary>
internal sealed record FuzzedRequest(string Method, string Path, string Query, ImmutableSortedDictionary<string, string> Headers, string Body)
{
    /// <summary>Puts it into a request.</summary>
    public void Write(HttpRequest request)
    {
        request.Method = Method;
        request.Path = new PathString(Path.StartsWith('/') ? Path : "/" + Path);
        request.QueryString = new QueryString(Query.Length == 0 ? null : "?" + Query);
        foreach (var (name, value) in Headers)
        {
            request.Headers[name] = value;
        }

        var bytes = Encoding.UTF8.GetBytes(Body);
        request.Body = new MemoryStream(bytes);
        request.ContentLength = bytes.Length;
    }

    public override string ToString() => $"{Method} {Path}?{Query}\n{string.Join('\n', Headers.Select(header => $"{header.Key}: {header.Value}"))}\n\n{(Body.Length > 2_000 ? Body[..2_000] : Body)}";
}
