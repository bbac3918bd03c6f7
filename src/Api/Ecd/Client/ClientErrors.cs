using Wuying.Api.Ecd.Errors;

namespace Wuying.Api.Ecd.Client;

/// <summary>What end users' clients are told.</summary>
internal static class ClientErrors
{
    public static readonly EcdError NotLoggedOn = new(
        StatusCodes.Status403Forbidden, "InvalidLoginToken", "The login token is not one of this client and session, or has expired; log on again.");

    public static readonly EcdError WrongPassword = new(
        StatusCodes.Status403Forbidden, "InvalidPassword", "The user or the password is not right.");
}
