using System.Collections.Immutable;
using System.Security.Claims;
using Wuying.WebConsole.Access;

namespace Wuying.Api.Access;

/// <summary>Lets the console know by the same keys, sessions and table of roles as the API who may what.</summary>
internal sealed class ConsoleAccess(IAccessKeys keys, Authentication authentication) : IConsoleAccess
{
    private static readonly (ConsoleDeed Deed, Permission Permission)[] Deeds =
    [
        (ConsoleDeed.Look, Permission.Read),
        (ConsoleDeed.Operate, Permission.Operate),
        (ConsoleDeed.ChangeSettings, Permission.ChangeSettings),
    ];

    public async Task IdentifyAsync(HttpContext context)
    {
        if (context.Features.Get<Caller>() is null && (await authentication.IdentifyAsync(context)).Caller is { } caller)
        {
            context.SetCaller(caller);
        }
    }

    public async Task<ConsoleCaller?> FindCallerAsync(ClaimsPrincipal user)
    {
        if (!await keys.AnyAsync())
        {
            return ToConsole(Caller.Local);
        }

        return user.Identity is { IsAuthenticated: true, Name: { } keyId } && await keys.FindAsync(keyId) is { Key.IsDisabled: false } known
            ? ToConsole(Caller.Of(known.Key))
            : null;
    }

    private static ConsoleCaller ToConsole(Caller caller) => new(
        caller.Name,
        caller.Role,
        [.. Deeds.Where(deed => caller.May(deed.Permission)).Select(deed => deed.Deed)],
        caller.Regions?.ToImmutableHashSet(),
        caller.KeyId is not null);
}
