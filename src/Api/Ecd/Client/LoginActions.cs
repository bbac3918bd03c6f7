using Wuying.Api.Access;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Hosting;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Client;

/// <summary>Logging on, and staying so.</summary>
internal static class LoginActions
{
    public static void MapLogins(this EcdActionTable actions)
    {
        actions.Client<GetLoginTokenRequest, GetLoginTokenAnswer>("GetLoginToken", GetTokenAsync);
        actions.Client<RefreshLoginTokenRequest, RefreshLoginTokenAnswer>("RefreshLoginToken", RefreshAsync);
    }

    private static async Task<EcdResult<GetLoginTokenAnswer>> GetTokenAsync(GetLoginTokenRequest request, EcdCall call)
    {
        if (request.CurrentStage is not GetLoginTokenRequest.PasswordStage)
        {
            return GatewayErrors.Unsupported($"The stage {RouteIds.Shorten(request.CurrentStage)} is not known here; users log on with {GetLoginTokenRequest.PasswordStage} alone.");
        }

        if (!RouteIds.IsId(request.EndUserId))
        {
            return ClientErrors.WrongPassword;
        }

        var user = new UserId(request.EndUserId!);
        var check = await call.Service<IUserPasswords>().VerifyAsync(user, request.Password!);
        if (check is not PasswordCheck.Right)
        {
            return check is PasswordCheck.TooManyAttempts ? GatewayErrors.Throttled(retryAfter: null) : ClientErrors.WrongPassword;
        }

        // The user's client starts: computers that missed a push which still stands are offered it now (R8).
        await call.Cluster.EndUser(user).LogOnAsync();
        var login = new Login(user, request.ClientId!, RequestIds.Next());
        return new GetLoginTokenAnswer(
            call.Service<LoginTokens>().Make(login), login.SessionId, user.Value, NextStage: "", request.OfficeSiteId ?? request.DirectoryId);
    }

    private static Task<EcdResult<RefreshLoginTokenAnswer>> RefreshAsync(RefreshLoginTokenRequest request, EcdCall call)
    {
        var logins = call.Service<LoginTokens>();
        var login = logins.Read(request)!;
        return Task.FromResult<EcdResult<RefreshLoginTokenAnswer>>(
            request.EndUserId == login.User.Value ? new RefreshLoginTokenAnswer(logins.Make(login)) : ClientErrors.NotLoggedOn);
    }
}
