namespace Wuying.Contracts.Fleet;

/// <summary>How grains name the store they keep their state in.</summary>
public static class FleetStorage
{
    /// <summary>The storage provider's name.</summary>
    public const string Name = "fleet";
}
