using System.Collections.Frozen;
using Wuying.Domain.Regions;

namespace Wuying.WebConsole.Fleet;

/// <summary>That something has happened, and where. What, pages ask for themselves: each as much as it shows.</summary>
/// <param name="Through">The sequence number of the newest event told of.</param>
/// <param name="Regions">Where; null when so much happened that nobody looked.</param>
public sealed record FleetNews(long Through, FrozenSet<string>? Regions)
{
    /// <summary>True when something may have changed in a region.</summary>
    public bool Concerns(RegionId region) => Regions?.Contains(region.Value) ?? true;
}
