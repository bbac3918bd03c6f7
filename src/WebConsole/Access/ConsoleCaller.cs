using System.Collections.Immutable;
using Wuying.Domain.Access;
using Wuying.Domain.Regions;

namespace Wuying.WebConsole.Access;

/// <summary>Who looks at the console, and what they may.</summary>
/// <param name="Name">Who, as history shows it.</param>
/// <param name="Role">What they are.</param>
/// <param name="Deeds">What they may.</param>
/// <param name="Regions">Where; null for everywhere.</param>
/// <param name="HasSignedIn">False for whoever sits at a program that asks nobody for a key.</param>
public sealed record ConsoleCaller(
    string Name, Role Role, ImmutableHashSet<ConsoleDeed> Deeds, ImmutableHashSet<RegionId>? Regions, bool HasSignedIn)
{
    /// <summary>True when no region is kept from them.</summary>
    public bool SeesAll => Regions is null;

    /// <summary>True when they may do it there; without a region, when they may do it to the service as a whole.</summary>
    public bool May(ConsoleDeed deed, RegionId? region = null) => Deeds.Contains(deed) && (region is { } where ? Sees(where) : SeesAll);

    /// <summary>True when the region is theirs to see.</summary>
    public bool Sees(RegionId region) => Regions?.Contains(region) ?? true;
}
