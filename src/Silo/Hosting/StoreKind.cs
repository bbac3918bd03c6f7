namespace Wuying.Silo.Hosting;

/// <summary>The databases that can hold a fleet.</summary>
public enum StoreKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>A file of this process alone.</summary>
    Sqlite = 1,
}
