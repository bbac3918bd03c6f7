using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Wuying.LoadTester.Invariants;

namespace Wuying.LoadTester.Histories;

/// <summary>Writes a history to a file, a line an event, as it is read: what was written stays if the rest never comes.</summary>
internal sealed class RecordingWriter : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;

    /// <summary>Begins a new file.</summary>
    /// <exception cref="IOException">It is there already, or cannot be made.</exception>
    public RecordingWriter(string path)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, BufferBytes);
        _json = new Utf8JsonWriter(_file, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>An event.</summary>
    public void Write(HistoryEvent told) => WriteLine(told, RecordingJsonContext.Default.HistoryEvent);

    /// <summary>Something else.</summary>
    public void Write(RecordingLine line) => WriteLine(line, RecordingJsonContext.Default.RecordingLine);

    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
    }

    private void WriteLine<T>(T line, JsonTypeInfo<T> shape)
    {
        JsonSerializer.Serialize(_json, line, shape);
        _json.Flush();
        _json.Reset();
        _file.WriteByte((byte)'\n');
    }
}
