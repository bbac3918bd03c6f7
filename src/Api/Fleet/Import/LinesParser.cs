using System.Buffers;
using System.Text.Json;

namespace Wuying.Api.Fleet.Import;

/// <summary>Reads NDJSON: each line stands for itself, and a broken one hinders no other.</summary>
internal sealed class LinesParser : IRowParser
{
    private bool _skipping;

    public long Line { get; private set; } = 1;

    public SequencePosition Parse(ReadOnlySequence<byte> buffer, bool isLast, List<ImportRow> rows)
    {
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            Add(buffer.Slice(0, end), rows);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            Line++;
        }

        if (isLast)
        {
            Add(buffer, rows);
            return buffer.End;
        }

        return buffer.Length > ImportReader.RowBytesMax ? Skip(buffer, rows) : buffer.Start;
    }

    private void Add(ReadOnlySequence<byte> line, List<ImportRow> rows)
    {
        if (_skipping)
        {
            _skipping = false;
        }
        else if (line.Length > ImportReader.RowBytesMax)
        {
            rows.Add(TooLong());
        }
        else if (!IsBlank(line))
        {
            rows.Add(Read(line));
        }
    }

    // The rest of a line that is too long is passed over as it comes.
    private SequencePosition Skip(ReadOnlySequence<byte> buffer, List<ImportRow> rows)
    {
        if (!_skipping)
        {
            _skipping = true;
            rows.Add(TooLong());
        }

        return buffer.End;
    }

    private ImportRow TooLong() => new(Line, null) { Error = $"The line is longer than {ImportReader.RowBytesMax} bytes." };

    private ImportRow Read(ReadOnlySequence<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var computer = JsonSerializer.Deserialize(ref reader, ImportLineJsonContext.Default.ComputerRow);
            return reader.Read() || computer is null
                ? new ImportRow(Line, null) { Error = "A line is one JSON object." }
                : new ImportRow(Line, null) { Computer = computer };
        }
        catch (JsonException exception)
        {
            return new ImportRow(Line, null) { Error = JsonErrors.Describe(exception) };
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line)
    {
        foreach (var segment in line)
        {
            if (segment.Span.ContainsAnyExcept(" \t\r"u8))
            {
                return false;
            }
        }

        return true;
    }
}
