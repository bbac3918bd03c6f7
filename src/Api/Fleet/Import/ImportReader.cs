using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Wuying.Api.Fleet.Import;

/// <summary>Reads the rows of a body as it comes; never more than one row and the network's buffer in memory.</summary>
internal static class ImportReader
{
    /// <summary>The largest row: a version with all its release notes may be as large as a request to publish it.</summary>
    public const int RowBytesMax = 5 * 1024 * 1024;

    /// <summary>What is said of a larger one.</summary>
    public const string TooLarge = "A row is larger than 5 MiB; nothing after it was read.";

    /// <summary>Reads a body to its end or to where it breaks off.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isLines">True when the caller says that it is NDJSON; otherwise the content tells.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(
        PipeReader body, bool isLines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IRowParser? parser = null;
        var rows = new List<ImportRow>();
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            parser ??= Choose(ref buffer, isLines, read.IsCompleted);
            var consumed = parser?.Parse(buffer, read.IsCompleted, rows) ?? buffer.Start;

            if (buffer.Slice(consumed).Length > RowBytesMax && rows.All(row => !row.IsBreak))
            {
                rows.Add(new ImportRow(parser?.Line ?? 1, null) { IsBreak = true, Error = TooLarge });
            }

            body.AdvanceTo(consumed, buffer.End);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (read.IsCompleted || rows.Exists(row => row.IsBreak))
            {
                yield break;
            }

            rows.Clear();
        }
    }

    private static IRowParser? Choose(ref ReadOnlySequence<byte> buffer, bool isLines, bool isLast) =>
        ImportFormats.Sniff(ref buffer, isLast) switch
        {
            null => null,
            _ when isLines => new LinesParser(),
            ImportFormat.Lines => new LinesParser(),
            _ => new DocumentParser(),
        };
}
