using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Wuying.WebConsole.Access;

/// <summary>Knows who may what, by the same rules as the API. Implemented by the program that hosts the console.</summary>
public interface IConsoleAccess
{
    /// <summary>Finds out who makes a request, and says so in its user; nobody in particular is turned away, for there is a page to sign in on.</summary>
    Task IdentifyAsync(HttpContext context);

    /// <summary>Whoever a connection belongs to, as of now: asked again before every deed, so that a key that was disabled does nothing more.</summary>
    /// <returns>Null for those who have to sign in first.</returns>
    Task<ConsoleCaller?> FindCallerAsync(ClaimsPrincipal user);
}
