using Wuying.Api.Fleet.Export;

namespace Wuying.Api.Fleet.Import;

/// <summary>One row of a body, or the place where it broke. Exactly one of what was read and what is wrong is set.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Index">Its place among all rows, from 1; null for NDJSON.</param>
internal sealed record ImportRow(long Line, long? Index)
{
    /// <summary>A desktop of the product's answer.</summary>
    public DesktopRow? Desktop { get; init; }

    /// <summary>An image of the product's answer.</summary>
    public ImageRow? Image { get; init; }

    /// <summary>A computer in the API's own shape.</summary>
    public ComputerRow? Computer { get; init; }

    /// <summary>A region of an export.</summary>
    public RegionLine? Region { get; init; }

    /// <summary>A published version of an export.</summary>
    public VersionLine? Version { get; init; }

    /// <summary>An image of an export.</summary>
    public ImageLine? ImageLine { get; init; }

    /// <summary>Why the row could not be read.</summary>
    public string? Error { get; init; }

    /// <summary>True for a row of an image, read or not.</summary>
    public bool IsImage { get; init; }

    /// <summary>True for a row of a region or a version, read or not.</summary>
    public bool IsRegion { get; init; }

    /// <summary>True when nothing after this place can be read.</summary>
    public bool IsBreak { get; init; }
}
