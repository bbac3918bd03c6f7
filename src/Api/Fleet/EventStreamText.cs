using System.Buffers;
using System.Globalization;
using System.Text;
using Wuying.Contracts.Fleet;

namespace Wuying.Api.Fleet;

/// <summary>The lines of Server-Sent Events, as the HTML standard has them.</summary>
internal static class EventStreamText
{
    private const int RetryMilliseconds = 2_000;

    /// <summary>When to come back after the stream was cut, and where it begins.</summary>
    public static void WriteStart(IBufferWriter<byte> body, long after) =>
        Write(body, string.Create(CultureInfo.InvariantCulture, $"retry: {RetryMilliseconds}\nid: {after}\n\n"));

    /// <summary>An event up to its data, which follow in one line.</summary>
    public static void WriteHead(IBufferWriter<byte> body, RecordedEvent recorded) =>
        Write(body, string.Create(CultureInfo.InvariantCulture, $"id: {recorded.Sequence}\nevent: {recorded.Event.Kind}\ndata: "));

    /// <summary>The end of an event.</summary>
    public static void WriteEnd(IBufferWriter<byte> body) => body.Write("\n\n"u8);

    /// <summary>A line that readers pass over.</summary>
    public static void WriteHeartbeat(IBufferWriter<byte> body) => body.Write(": heartbeat\n\n"u8);

    private static void Write(IBufferWriter<byte> body, string text) => Encoding.UTF8.GetBytes(text, body);
}
