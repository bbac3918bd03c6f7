using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Wuying.Api.Access;

/// <summary>A session that was begun with a key, in a cookie that scripts cannot read and other sites cannot send. It says which key, encrypted; what that may is asked anew at every request.</summary>
internal sealed class SessionCookie(IDataProtectionProvider protection)
{
    /// <summary>The cookie's name.</summary>
    public const string Name = "wuying-session";

    private const string Purpose = "wuying.session";

    /// <summary>How long a session lasts: a working day.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private ITimeLimitedDataProtector Protector => protection.CreateProtector(Purpose).ToTimeLimitedDataProtector();

    /// <summary>Begins a session.</summary>
    public void Begin(HttpContext context, string keyId) =>
        context.Response.Cookies.Append(Name, Protector.Protect(keyId, Lifetime), OptionsOf(context, Lifetime));

    /// <summary>Ends the session.</summary>
    public static void End(HttpContext context) => context.Response.Cookies.Delete(Name, OptionsOf(context, maxAge: null));

    /// <summary>The key that the request's session was begun with; null without a session, or when it is over.</summary>
    public string? FindKey(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var cookie) || cookie.Length == 0)
        {
            return null;
        }

        try
        {
            return Protector.Unprotect(cookie);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions OptionsOf(HttpContext context, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = maxAge,
    };
}
