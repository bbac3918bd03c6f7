using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wuying.Api.Fleet.Export;

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
        var row = new ImportRow(Line, null);
        try
        {
            if (Deserialize(line, ImportLineJsonContext.Default.ComputerRow) is not { } computer)
            {
                return row with { Error = "A line is one JSON object." };
            }

            row = row with { IsImage = computer.Kind is LineKinds.Image, IsRegion = computer.Kind is LineKinds.Region or LineKinds.Version };
            return computer.Kind switch
            {
                null => row with { Computer = computer },
                LineKinds.Region => row with { Region = Deserialize(line, ImportLineJsonContext.Default.RegionLine) },
                LineKinds.Version => row with { Version = Deserialize(line, ImportLineJsonContext.Default.VersionLine) },
                LineKinds.Image => row with { ImageLine = Deserialize(line, ImportLineJsonContext.Default.ImageLine) },
                _ => row with { Error = $"kind is one of {LineKinds.Region}, {LineKinds.Version}, {LineKinds.Image}; computers have none." },
            };
        }
        catch (JsonException exception)
        {
            return row with { Error = JsonErrors.Describe(exception) };
        }
    }

    private static T? Deserialize<T>(ReadOnlySequence<byte> line, JsonTypeInfo<T> shape)
        where T : class
    {
        var reader = new Utf8JsonReader(line);
        var read = JsonSerializer.Deserialize(ref reader, shape);
        return reader.Read() ? null : read;
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
