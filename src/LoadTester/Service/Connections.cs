namespace Wuying.LoadTester.Service;

/// <summary>Connections to a service: as many as there are requests under way.</summary>
internal static class Connections
{
    private static readonly TimeSpan ConnectMax = TimeSpan.FromSeconds(10);

    /// <summary>Opens none yet; whoever sends says how long it may take.</summary>
    public static HttpClient Open(Uri url) => new(new SocketsHttpHandler { ConnectTimeout = ConnectMax, UseCookies = false, UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = url,
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
