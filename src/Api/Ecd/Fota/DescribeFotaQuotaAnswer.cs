namespace Wuying.Api.Ecd.Fota;

internal sealed record DescribeFotaQuotaAnswer(IReadOnlyList<FotaQuotaDayAnswer> Days);
