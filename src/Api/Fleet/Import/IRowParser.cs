using System.Buffers;

namespace Wuying.Api.Fleet.Import;

/// <summary>Finds rows in the bytes that have come so far.</summary>
internal interface IRowParser
{
    /// <summary>The line reached.</summary>
    long Line { get; }

    /// <summary>Adds the rows that are complete.</summary>
    /// <param name="buffer">What has come and was not consumed.</param>
    /// <param name="isLast">True when nothing more comes.</param>
    /// <param name="rows">Takes the rows.</param>
    /// <returns>How far the bytes are done with.</returns>
    SequencePosition Parse(ReadOnlySequence<byte> buffer, bool isLast, List<ImportRow> rows);
}
