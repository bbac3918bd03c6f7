using System.Net;
using System.Net.Sockets;

namespace Wuying.Harness.Processes;

/// <summary>Loopback ports that nobody listens at.</summary>
public static class FreePorts
{
    /// <summary>One.</summary>
    public static int Next() => Take(1)[0];

    /// <summary>Several. All are held at the same time, so that they are different ones.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }
}
