namespace Wuying.Contracts.Fleet;

/// <summary>What computers are ordered by.</summary>
public enum ComputerOrderKey
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Their id.</summary>
    Id = 1,
    /// <summary>Their name.</summary>
    Name = 2,
    /// <summary>Their office network.</summary>
    OfficeNetwork = 3,
    /// <summary>When their version was built.</summary>
    Version = 4,
    /// <summary>Their status, in the order of its list.</summary>
    Status = 5,
    /// <summary>How far their pending update is.</summary>
    Pending = 6,
    /// <summary>The last reason of their pending or last update.</summary>
    Reason = 7,
}
