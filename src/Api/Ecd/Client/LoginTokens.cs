using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Ecd.Client;

/// <summary>Makes and reads the tokens that end users get by logging on. They say themselves whose they are, encrypted, so that every Api of the service reads them and nobody keeps them.</summary>
internal sealed class LoginTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a token is good for.</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromHours(8);

    private const string Start = "v1";
    private const char Separator = '\n';

    private readonly IDataProtector _protector = protection.CreateProtector("wuying.login-token");

    /// <summary>The token of a login.</summary>
    public string Make(Login login)
    {
        var until = (clock.GetUtcNow() + ValidFor).UtcTicks.ToString(CultureInfo.InvariantCulture);

        // What clients choose themselves comes last.
        return Start + _protector.Protect(string.Join(Separator, login.User.Value, until, login.SessionId, login.ClientId));
    }

    /// <summary>The login of a request; null when its token is none, is over, or is another client's or session's.</summary>
    public Login? Read(ILoggedOnRequest request)
    {
        if (request.LoginToken is not { } token || !token.StartsWith(Start, StringComparison.Ordinal) || Unprotect(token[Start.Length..]) is not { } text)
        {
            return null;
        }

        var parts = text.Split(Separator, 4);
        var login = new Login(new UserId(parts[0]), parts[3], parts[2]);
        return long.Parse(parts[1], CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks
            && login.ClientId == request.ClientId
            && (request.SessionId is null || login.SessionId == request.SessionId)
            ? login
            : null;
    }

    private string? Unprotect(string token)
    {
        try
        {
            return _protector.Unprotect(token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
