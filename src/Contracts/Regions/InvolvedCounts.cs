using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Regions;

/// <summary>How many custom images and computers can be updated to a version (R3).</summary>
/// <param name="Images">Custom images.</param>
/// <param name="Computers">Cloud computers.</param>
public sealed record InvolvedCounts(long Images, long Computers)
{
    /// <summary>Those of a version of a region's catalogue.</summary>
    public static InvolvedCounts Of(Region region, ImageVersion version, ImmutableArray<VersionCount> counts)
    {
        var older = Older(region.TargetOf(version), counts).ToArray();
        return new(older.Sum(count => count.CustomImages), older.Sum(count => count.Computers));
    }

    /// <summary>The versions in use that a target is newer than.</summary>
    public static IEnumerable<VersionCount> Older(UpdateTarget? target, ImmutableArray<VersionCount> counts) =>
        target is null ? [] : counts.Where(count => target.IsNewerThan(count.Version));
}
