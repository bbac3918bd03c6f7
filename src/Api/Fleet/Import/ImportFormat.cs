namespace Wuying.Api.Fleet.Import;

/// <summary>How a body is laid out.</summary>
internal enum ImportFormat
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>One JSON document: a page or an array of pages.</summary>
    Document = 1,
    /// <summary>NDJSON: a computer a line.</summary>
    Lines = 2,
}
