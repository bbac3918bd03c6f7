using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Wuying.Console.Tests.Browser;

/// <summary>A line between browsers and the service that can be cut and mended, as a cable or a router would.</summary>
internal sealed class ServiceLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, Task> _open = [];
    private readonly Uri _service;
    private readonly Task _accepting;
    private volatile bool _isCut;

    /// <summary>Lays it.</summary>
    /// <param name="service">Where it leads to.</param>
    public ServiceLine(Uri service)
    {
        _service = service;
        _listener.Start();
        Address = new Uri($"http://{_listener.LocalEndpoint}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where browsers find it.</summary>
    public Uri Address { get; }

    /// <summary>Breaks all connections, and lets none through.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var caller in _open.Keys)
        {
            caller.Dispose();
        }
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_open.Values);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var caller = await _listener.AcceptTcpClientAsync();
                _open[caller] = ConnectAsync(caller);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Taken up.
        }
    }

    private async Task ConnectAsync(TcpClient caller)
    {
        await Task.Yield();
        using (caller)
        {
            try
            {
                using var service = new TcpClient();
                await service.ConnectAsync(_service.Host, _service.Port);
                if (!_isCut)
                {
                    await Task.WhenAny(
                        caller.GetStream().CopyToAsync(service.GetStream()), service.GetStream().CopyToAsync(caller.GetStream()));
                }
            }
            catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Broken on either side.
            }
        }

        _open.TryRemove(caller, out _);
    }
}
