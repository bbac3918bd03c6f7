namespace Wuying.Domain.Regions;

/// <summary>Whom an order to start or stop a push reaches (R5, R6).</summary>
public enum PushScope
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Computers on custom images: what is pushed by itself.</summary>
    CustomImages = 1,
    /// <summary>Every computer of the region that can be updated.</summary>
    Region = 2,
    /// <summary>The computers that the order names.</summary>
    Named = 3,
}
