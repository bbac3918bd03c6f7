using System.Buffers;

namespace Wuying.Api.Fleet.Import;

/// <summary>Counts the lines of a body that comes in pieces.</summary>
internal sealed class LineCounter
{
    private ReadOnlySequence<byte> _piece;
    private long _counted;

    /// <summary>The line reached, from 1.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>A piece begins where the last one was done with.</summary>
    public void Begin(ReadOnlySequence<byte> piece) => (_piece, _counted) = (piece, 0);

    /// <summary>Counts up to a place in the piece.</summary>
    public void MoveTo(long offset)
    {
        foreach (var segment in _piece.Slice(_counted, offset - _counted))
        {
            Line += segment.Span.Count((byte)'\n');
        }

        _counted = offset;
    }

    /// <summary>Counts the rest of what is done with, and lets the piece go.</summary>
    public void End(long offset)
    {
        if (offset > _counted)
        {
            MoveTo(offset);
        }

        _piece = default;
    }
}
