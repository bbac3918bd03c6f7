namespace Wuying.Api.Ecd.Client;

internal sealed record ResourceSessionAnswer(string UserId, string ResourceSessionStartTime);
