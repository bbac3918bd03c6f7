namespace Wuying.Api.Ecd.Fota;

internal sealed record FotaPendingSessionAnswer(string EndUserId);
