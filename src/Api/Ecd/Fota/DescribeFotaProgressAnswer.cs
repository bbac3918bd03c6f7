namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>StateCounts</c>: all updates of the day, whatever page and state are asked for.
/// </remarks>
internal sealed record DescribeFotaProgressAnswer(
    string Date, IReadOnlyList<FotaStateCountAnswer> StateCounts, IReadOnlyList<FotaProgressAnswer> Updates, string? NextToken);
