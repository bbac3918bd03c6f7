namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>Reason</c>: why the day cannot be picked; left out when it can.
/// </remarks>
internal sealed record FotaQuotaDayAnswer(string Date, int Limit, int Reserved, int Remaining, bool Pickable, string? Reason);
