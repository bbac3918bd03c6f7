namespace Wuying.Api.Ecd.Fota;

/// <remarks>
/// <c>Code</c>: <c>200</c>, which clients that look at codes take for success.
/// </remarks>
internal sealed record DescribeFotaPendingDesktopsAnswer(
    string Code, string Message, IReadOnlyList<FotaPendingDesktopAnswer> FotaPendingDesktops, string? NextToken);
