using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Wuying.Bench.Http;

/// <summary>One connection that asks and reads to the end of each answer. It does no more than it must: what it costs is missing from what it measures.</summary>
internal sealed class KeepAliveConnection : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[BufferBytes];

    /// <summary>Opens it.</summary>
    public static async Task<KeepAliveConnection> OpenAsync(Uri address)
    {
        var connection = new KeepAliveConnection();
        await connection._socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return connection;
    }

    /// <summary>A request for a page, in bytes.</summary>
    public static byte[] Get(Uri address, string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n\r\n");

    /// <summary>Asks, and returns when the whole answer is there.</summary>
    /// <exception cref="InvalidOperationException">The answer is not 200.</exception>
    public async Task AskAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var filled = 0;
        do
        {
            if (filled == _buffer.Length)
            {
                Array.Resize(ref _buffer, 2 * _buffer.Length);
            }

            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            filled += read > 0 ? read : throw new InvalidOperationException("The server has closed the connection.");
        }
        while (!IsWhole(_buffer.AsSpan(0, filled)));
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var headers = answer.IndexOf("\r\n\r\n"u8);
        if (headers < 0)
        {
            return false;
        }

        var head = answer[..headers];
        if (!head.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"Not 200: {Encoding.ASCII.GetString(head)}");
        }

        // JSON escapes the ends of lines in texts, so the last chunk cannot stand in a body.
        return LengthOf(head) is { } length
            ? answer.Length - headers - 4 == length
            : answer.EndsWith("\r\n0\r\n\r\n"u8);
    }

    private static int? LengthOf(ReadOnlySpan<byte> head)
    {
        var name = "Content-Length: "u8;
        if (head.IndexOf(name) is var at && at < 0)
        {
            return null;
        }

        var length = 0;
        foreach (var digit in head[(at + name.Length)..])
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                break;
            }

            length = (length * 10) + digit - '0';
        }

        return length;
    }
}
