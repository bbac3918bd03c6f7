namespace Wuying.Domain.Images;

/// <summary>Who made an image; only custom ones are pushed automatically (R5).</summary>
public enum ImageType
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Made by the customer.</summary>
    Custom = 1,
    /// <summary>From the provider.</summary>
    System = 2,
    /// <summary>From another account.</summary>
    Shared = 3,
}
