namespace Wuying.Api.Ecd.Fota;

internal sealed record DescribeFotaAutoPushAnswer(bool AutoPush);
