using System.Buffers;

namespace Wuying.Api.Fleet.Import;

/// <summary>Tells from its first bytes how a body is laid out.</summary>
internal static class ImportFormats
{
    private const int SniffBytes = 4096;
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The product writes its members with capitals and the API without: the first member of the first object tells. Skips a byte order mark.</summary>
    /// <returns>The layout; null while too little has come to tell.</returns>
    public static ImportFormat? Sniff(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        Span<byte> head = stackalloc byte[(int)Math.Min(SniffBytes, buffer.Length)];
        buffer.Slice(0, head.Length).CopyTo(head);
        if (!isLast && head.Length < ByteOrderMark.Length)
        {
            return null;
        }

        if (head.StartsWith(ByteOrderMark))
        {
            buffer = buffer.Slice(ByteOrderMark.Length);
            head = head[ByteOrderMark.Length..];
        }

        var first = SkipSpace(head);
        if (first.Length == 0)
        {
            return isLast || head.Length >= SniffBytes ? ImportFormat.Document : null;
        }

        if (first[0] != '{')
        {
            return ImportFormat.Document;
        }

        var name = SkipSpace(first[1..]);
        return name.Length < 2 && !isLast && head.Length < SniffBytes
            ? null
            : name.Length >= 2 && name[0] == '"' && name[1] is >= (byte)'a' and <= (byte)'z' ? ImportFormat.Lines : ImportFormat.Document;
    }

    private static ReadOnlySpan<byte> SkipSpace(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8);
}
