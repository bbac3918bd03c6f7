namespace Wuying.Api.Ecd.Fota;

internal sealed record FotaStateCountAnswer(string State, long Count);
