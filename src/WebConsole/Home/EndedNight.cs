using System.Collections.Immutable;

namespace Wuying.WebConsole.Home;

/// <summary>What came of one day's updates.</summary>
/// <param name="Day">The region's day.</param>
/// <param name="ByState">How many ended, or are, how.</param>
/// <param name="ByReason">How many did not start or failed, and why.</param>
internal sealed record EndedNight(DateOnly Day, ImmutableSortedDictionary<string, long> ByState, ImmutableSortedDictionary<string, long> ByReason);
