using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Wuying.LoadTester.Invariants;

namespace Wuying.LoadTester.Histories;

/// <summary>Reads a recorded history.</summary>
/// <param name="path">The file.</param>
internal sealed class RecordingReader(string path)
{
    private static readonly string[] OtherLines = ["{\"recording\":", "{\"places\":", "{\"notifications\":"];

    /// <summary>The first line.</summary>
    /// <exception cref="RecordingException">It is no recording's.</exception>
    public async Task<RecordingHead> ReadHeadAsync(CancellationToken cancellationToken)
    {
        await foreach (var (_, line) in ReadLinesAsync(cancellationToken))
        {
            if (Read(line, 1) is RecordingLine { Recording: { } head })
            {
                return head;
            }

            break;
        }

        throw new RecordingException($"{path} does not begin as a recording does: with a line that says whose history it is, {{\"recording\":{{…}}}}.");
    }

    /// <summary>What follows the first line: events, and then what the service answered in the end.</summary>
    /// <exception cref="RecordingException">A line cannot be read.</exception>
    public async IAsyncEnumerable<object> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, line) in ReadLinesAsync(cancellationToken))
        {
            if (number > 1)
            {
                yield return Read(line, number);
            }
        }
    }

    /// <summary>Reads the events of some sequences, as far as the recording can be read.</summary>
    public async Task<Dictionary<long, HistoryEvent>> FindAsync(IReadOnlySet<long> sequences, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, HistoryEvent>();
        await using var lines = ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (found.Count < sequences.Count && await IsThereMoreAsync(lines))
        {
            if (lines.Current is HistoryEvent told && sequences.Contains(told.Sequence))
            {
                found[told.Sequence] = told;
            }
        }

        return found;
    }

    private static async Task<bool> IsThereMoreAsync(IAsyncEnumerator<object> lines)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (RecordingException)
        {
            return false;
        }
    }

    private object Read(string line, long number)
    {
        try
        {
            return OtherLines.Any(start => line.StartsWith(start, StringComparison.Ordinal))
                ? JsonSerializer.Deserialize(line, RecordingJsonContext.Default.RecordingLine) ?? throw new JsonException("It is null.")
                : HistoryEvent.Parse(Encoding.UTF8.GetBytes(line));
        }
        catch (JsonException unreadable)
        {
            throw new RecordingException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {number}, is no event: {unreadable.Message}"), unreadable);
        }
    }

    private async IAsyncEnumerable<(long Number, string Line)> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = File.OpenText(path);
        for (var number = 1L; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }
}
