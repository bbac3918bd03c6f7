using Wuying.Domain.Decisions;

namespace Wuying.Api.Quotas;

/// <summary>One day of a region's quota.</summary>
/// <param name="Date">The region-local day.</param>
/// <param name="Limit">Updates allowed on it.</param>
/// <param name="Reserved">Places taken.</param>
/// <param name="Remaining">Places left.</param>
/// <param name="Pickable">Whether the day can be picked now.</param>
/// <param name="Reason">Why not; null when it can.</param>
public sealed record QuotaDayResponse(DateOnly Date, int Limit, int Reserved, int Remaining, bool Pickable, RejectionCode? Reason);
