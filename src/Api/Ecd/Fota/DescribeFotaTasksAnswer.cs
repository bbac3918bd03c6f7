namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>Code</c>: <c>success</c>, which clients that look at codes take for one.
/// </remarks>
internal sealed record DescribeFotaTasksAnswer(string Code, IReadOnlyList<FotaTaskAnswer> FotaTasks, string? NextToken);
