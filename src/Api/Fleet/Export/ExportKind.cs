namespace Wuying.Api.Fleet.Export;

/// <summary>Which lines of an export are wanted.</summary>
internal enum ExportKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Settings and catalogues.</summary>
    Regions = 1,
    /// <summary>Images.</summary>
    Images = 2,
    /// <summary>Computers.</summary>
    Computers = 3,
}
