namespace Wuying.Api.Ecd.Desktops;

internal sealed record DesktopSessionAnswer(string EndUserId, string EstablishmentTime);
