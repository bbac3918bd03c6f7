using System.Net.Http.Headers;
using System.Text;

namespace Wuying.Harness;

/// <summary>An access key in its holder's hands.</summary>
public sealed record TestKey(string Id, string Secret)
{
    /// <summary>The header of HTTP Basic.</summary>
    public AuthenticationHeaderValue ToHeader() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Id}:{Secret}")));
}
