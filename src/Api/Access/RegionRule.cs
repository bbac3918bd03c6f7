namespace Wuying.Api.Access;

/// <summary>What a route shows or does to the holder of a key that is for some regions only. A region that a request names, in its path or as <c>regionId</c>, must be one of the key's in any case.</summary>
internal enum RegionRule
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Nothing of any region is in it.</summary>
    None = 1,
    /// <summary>It is about the region that it names.</summary>
    Named = 2,
    /// <summary>It is about one thing, which is not there for a key of other regions.</summary>
    OfItem = 3,
    /// <summary>It shows what is in the key's regions, and nothing else.</summary>
    Filtered = 4,
    /// <summary>It is about the whole service: only a key for all regions will do.</summary>
    All = 5,
}
