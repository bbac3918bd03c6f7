using System.Security.Claims;

namespace Wuying.WebConsole.Access;

/// <summary>Knows who may what, by the same rules as the API. Implemented by the program that hosts the console.</summary>
public interface IConsoleAccess
{
    /// <summary>Whoever a connection belongs to, as of now: asked again before every deed, so that a key that was disabled does nothing more.</summary>
    /// <returns>Null for those who have to sign in first.</returns>
    Task<ConsoleCaller?> FindCallerAsync(ClaimsPrincipal user);
}
