using System.Collections.Immutable;
using Wuying.Domain.Images;

namespace Wuying.Contracts.Fleet;

/// <summary>What a tick finds to do in its shard.</summary>
/// <param name="Computers">Whose turn it is.</param>
/// <param name="Images">Those whose update should have ended; none for a window.</param>
/// <param name="HasAny">True while there is any work, due or not: the shard goes on ticking.</param>
public sealed record DueWork(ImmutableArray<DueComputer> Computers, ImmutableArray<CustomImage> Images, bool HasAny)
{
    /// <summary>Nothing now, and nothing to come.</summary>
    public static readonly DueWork None = new([], [], HasAny: false);
}
