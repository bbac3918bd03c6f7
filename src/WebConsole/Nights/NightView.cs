using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;

namespace Wuying.WebConsole.Nights;

/// <summary>All that the page of a night shows.</summary>
/// <param name="Night">The night.</param>
/// <param name="Fleet">The region's computers now.</param>
/// <param name="Versions">The versions they were at, day by day until today.</param>
/// <param name="Quotas">The days' quotas, from today.</param>
/// <param name="Failed">Some of those that failed.</param>
/// <param name="Missed">Some of those that never started.</param>
public sealed record NightView(
    Night Night, FleetSummary Fleet, ImmutableArray<VersionsOfDay> Versions, ImmutableArray<QuotaDay> Quotas,
    ImmutableArray<UpdateRow> Failed, ImmutableArray<UpdateRow> Missed);
