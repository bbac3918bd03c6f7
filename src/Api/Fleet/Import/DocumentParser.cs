using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Wuying.Api.Fleet.Import;

/// <summary>Walks through one JSON document (a page of <c>DescribeDesktops</c> or <c>DescribeImages</c>, or an array of pages) and stops at each row. A row of wrong kinds hinders no other; broken JSON ends the walk.</summary>
internal sealed class DocumentParser : IRowParser
{
    private JsonReaderState _state;
    private Place _place = Place.Start;
    private bool _isArray;
    private bool _isImages;
    private bool _hasRows;
    private long _index;
    private readonly LineCounter _lines = new();

    private enum Place
    {
        Start,
        Pages,
        Page,
        Rows,
        End,
    }

    public long Line => _lines.Line;

    public SequencePosition Parse(ReadOnlySequence<byte> buffer, bool isLast, List<ImportRow> rows)
    {
        var reader = new Utf8JsonReader(buffer, isLast, _state);
        _lines.Begin(buffer);
        try
        {
            while (true)
            {
                // A step is taken whole or not at all: what it needs may not have come yet.
                var before = reader;
                if (!Step(ref reader, rows))
                {
                    reader = before;
                    break;
                }
            }

            if (isLast && _place is not Place.End && !rows.Exists(row => row.IsBreak))
            {
                rows.Add(Break("The body ends too soon."));
            }
        }
        catch (JsonException exception)
        {
            rows.Add(Break($"The JSON breaks at line {exception.LineNumber + 1 ?? Line}, byte {exception.BytePositionInLine + 1 ?? 1}; nothing after that was read."));
        }

        _state = reader.CurrentState;
        _lines.End(reader.BytesConsumed);
        return reader.Position;
    }

    private bool Step(ref Utf8JsonReader reader, List<ImportRow> rows) => reader.Read() && (_place switch
    {
        Place.Start => StepIntoDocument(ref reader),
        Place.Pages => StepThroughPages(ref reader),
        Place.Page => StepThroughPage(ref reader, rows),
        Place.Rows => StepThroughRows(ref reader, rows),
        _ => false,
    });

    private bool StepIntoDocument(ref Utf8JsonReader reader)
    {
        _isArray = reader.TokenType is JsonTokenType.StartArray;
        _place = (_isArray, reader.TokenType) switch
        {
            (true, _) => Place.Pages,
            (_, JsonTokenType.StartObject) => Place.Page,
            _ => throw new JsonException("A page or an array of pages is needed."),
        };
        return true;
    }

    private bool StepThroughPages(ref Utf8JsonReader reader)
    {
        _place = reader.TokenType switch
        {
            JsonTokenType.StartObject => Place.Page,
            JsonTokenType.EndArray => Place.End,
            _ => throw new JsonException("A page is an object."),
        };
        _hasRows = false;
        return true;
    }

    private bool StepThroughPage(ref Utf8JsonReader reader, List<ImportRow> rows)
    {
        if (reader.TokenType is JsonTokenType.EndObject)
        {
            if (!_hasRows)
            {
                rows.Add(Break("A page without Desktops and without Images: this is no answer of DescribeDesktops or DescribeImages."));
            }

            _place = _isArray ? Place.Pages : Place.End;
            return _hasRows;
        }

        var isImages = reader.ValueTextEquals("Images"u8);
        var isRows = isImages || reader.ValueTextEquals("Desktops"u8);
        if (!reader.Read())
        {
            return false;
        }

        if (isRows && reader.TokenType is JsonTokenType.StartArray)
        {
            (_place, _isImages, _hasRows) = (Place.Rows, isImages, true);
            return true;
        }

        return reader.TrySkip();
    }

    private bool StepThroughRows(ref Utf8JsonReader reader, List<ImportRow> rows)
    {
        if (reader.TokenType is JsonTokenType.EndArray)
        {
            _place = Place.Page;
            return true;
        }

        var start = reader;
        if (!reader.TrySkip())
        {
            return false;
        }

        _lines.MoveTo(start.TokenStartIndex);
        if (reader.BytesConsumed - start.TokenStartIndex > ImportReader.RowBytesMax)
        {
            rows.Add(Break(ImportReader.TooLarge));
            return false;
        }

        rows.Add(Read(ref start));
        return true;
    }

    private ImportRow Read(ref Utf8JsonReader start)
    {
        var row = new ImportRow(_lines.Line, ++_index) { IsImage = _isImages };
        try
        {
            return _isImages
                ? row with { Image = Deserialize(ref start, ImportJsonContext.Default.ImageRow) }
                : row with { Desktop = Deserialize(ref start, ImportJsonContext.Default.DesktopRow) };
        }
        catch (JsonException exception)
        {
            return row with { Error = JsonErrors.Describe(exception) };
        }
    }

    private static T Deserialize<T>(ref Utf8JsonReader start, JsonTypeInfo<T> shape)
        where T : class => JsonSerializer.Deserialize(ref start, shape) ?? throw new JsonException("A row is an object.");

    private ImportRow Break(string message) => new(_lines.Line, null) { IsBreak = true, Error = message };
}
