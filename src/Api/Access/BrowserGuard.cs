using System.Net;

namespace Wuying.Api.Access;

/// <summary>Tells requests that a page from elsewhere makes somebody's browser send.</summary>
internal static class BrowserGuard
{
    private const string SameOrigin = "same-origin";

    /// <summary>True for a request of a page from elsewhere; one from an address that was typed or clicked is none.</summary>
    public static bool IsFromElsewhere(HttpRequest request) => SiteOf(request) switch
    {
        SameOrigin or "none" => false,
        "" => request.Headers.Origin.Count > 0 && !IsOwnOrigin(request),
        _ => !(IsSafe(request) && request.Headers["Sec-Fetch-Mode"] == "navigate"),
    };

    /// <summary>True when the browser says that the request comes from a page of this service.</summary>
    public static bool IsFromOwnPage(HttpRequest request) => SiteOf(request) switch
    {
        SameOrigin => true,
        "" => IsOwnOrigin(request),
        _ => false,
    };

    /// <summary>True for a request that changes nothing.</summary>
    public static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    /// <summary>True when a request comes from this machine, to this machine by one of its own names: a page that gave its name this machine's address would otherwise be let in by the browser.</summary>
    public static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote) ? IsLoopback(context.Request.Host.Host) : false;

    /// <summary>True for a host that is this machine whatever anybody says.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static string SiteOf(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString();

    // The scheme may have changed at a proxy on the way.
    private static bool IsOwnOrigin(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
        && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
