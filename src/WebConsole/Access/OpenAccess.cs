using System.Security.Claims;

namespace Wuying.WebConsole.Access;

/// <summary>A program without keys: whoever reaches it is its administrator.</summary>
internal sealed class OpenAccess : IConsoleAccess
{
    private static readonly ConsoleCaller LocalAdministrator = new(
        "operator", "Administrator",
        [ConsoleDeed.Look, ConsoleDeed.Operate, ConsoleDeed.ChangeSettings, ConsoleDeed.SteerClock],
        Regions: null, HasSignedIn: false);

    public Task<ConsoleCaller?> FindCallerAsync(ClaimsPrincipal user) => Task.FromResult<ConsoleCaller?>(LocalAdministrator);
}
