using System.Collections.Immutable;
using Wuying.Domain.Images;

namespace Wuying.Contracts.Fleet;

/// <summary>What a tick finds to do in its shard.</summary>
/// <param name="Computers">Whose turn it is.</param>
/// <param name="Images">Those whose update should have ended; none for a window.</param>
/// <param name="NextDueAt">When the earliest of all the work is due, at or after this tick; null when there is none.</param>
/// <param name="HasWaiting">Outside windows: true while an update waits for its computer to be free, which connection checks see (R9).</param>
public sealed record DueWork(
    ImmutableArray<DueComputer> Computers, ImmutableArray<CustomImage> Images, DateTimeOffset? NextDueAt, bool HasWaiting)
{
    /// <summary>Nothing now, and nothing to come.</summary>
    public static readonly DueWork None = new([], [], NextDueAt: null, HasWaiting: false);

    /// <summary>True while there is any work, due or not.</summary>
    public bool HasAny => NextDueAt is not null;
}
