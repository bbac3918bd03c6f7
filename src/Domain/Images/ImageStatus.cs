namespace Wuying.Domain.Images;

/// <summary>What an image is doing (R11).</summary>
public enum ImageStatus
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Its current version is its newest.</summary>
    Available = 1,
    /// <summary>A newer version is being built into it; the old one is still in force.</summary>
    Updating = 2,
}
