using Wuying.Bench.Measuring;

namespace Wuying.Bench.Http;

/// <summary>Requests to one route, a connection for each caller.</summary>
internal sealed class RequestsWay : IWay, IDisposable
{
    private readonly KeepAliveConnection[] _connections;
    private readonly byte[][] _requests;
    private readonly int[] _turns;

    private RequestsWay(string name, KeepAliveConnection[] connections, byte[][] requests) =>
        (Name, _connections, _requests, _turns) = (name, connections, requests, new int[connections.Length]);

    public string Name { get; }

    /// <summary>Opens the connections.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="address">The server.</param>
    /// <param name="connections">How many.</param>
    /// <param name="paths">What is asked for, in turns.</param>
    public static async Task<RequestsWay> OpenAsync(string name, Uri address, int connections, IEnumerable<string> paths) => new(
        name,
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => KeepAliveConnection.OpenAsync(address))),
        [.. paths.Select(path => KeepAliveConnection.Get(address, path))]);

    // Each caller has a share of the paths of its own.
    public Task OnceAsync(int caller) =>
        _connections[caller].AskAsync(_requests[(caller + (_connections.Length * _turns[caller]++)) % _requests.Length]);

    public void Dispose() => Array.ForEach(_connections, connection => connection.Dispose());
}
