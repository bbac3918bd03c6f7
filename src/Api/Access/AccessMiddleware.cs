using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Domain.Regions;

namespace Wuying.Api.Access;

/// <summary>Lets requests in, by the one table of routes and the one of roles. Stands before everything that knows of the fleet, kept answers included.</summary>
internal sealed class AccessMiddleware(
    RequestDelegate next, IAccessKeys keys, Authentication authentication, IRateLimits limits, RegionsOfItems items)
{
    private const string RegionId = "regionId";

    public async Task InvokeAsync(HttpContext context)
    {
        var access = RouteAccessTable.Of(context.GetEndpoint());
        if (await RefuseAsync(context, access) is { } refused)
        {
            await refused.ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private async Task<ProblemHttpResult?> RefuseAsync(HttpContext context, RouteAccess access)
    {
        if (BrowserGuard.IsFromElsewhere(context.Request))
        {
            return AccessProblems.Forbidden("The browser says that a page from elsewhere sends this.");
        }

        if (!await HasKeysAsync(access))
        {
            if (!BrowserGuard.IsLocal(context))
            {
                return AccessProblems.Forbidden("While there are no access keys, only this machine is served, by the name localhost or a loopback address. Make a key with: keys create.");
            }

            context.SetCaller(Caller.Local);
        }
        else if (access.Permission is not null)
        {
            var (caller, refused) = await authentication.IdentifyAsync(context);
            if (caller is null)
            {
                return refused;
            }

            context.SetCaller(caller);
        }

        return access.Permission is { } permission ? await RefuseAsync(context, context.Caller(), permission, access.Regions) : null;
    }

    // What shows nothing of the fleet is shown without it, too.
    private async Task<bool> HasKeysAsync(RouteAccess access)
    {
        try
        {
            return await keys.AnyAsync();
        }
#pragma warning disable CA1031 // Whatever it is, it keeps nobody from what everybody may see; who asks by itself, fails by itself.
        catch (Exception) when (access.Permission is null)
#pragma warning restore CA1031
        {
            return true;
        }
    }

    private async Task<ProblemHttpResult?> RefuseAsync(HttpContext context, Caller caller, Permission permission, RegionRule rule)
    {
        if (limits.Count(caller) is { } wait)
        {
            return AccessProblems.TooMany(context, wait);
        }

        if (!caller.May(permission))
        {
            return AccessProblems.Forbidden($"{caller.Name} is the key of {Roles.NameOf(caller.Role)}; this needs that of {Roles.NameOf(permission.LeastRole())}.");
        }

        if (caller.SeesAll)
        {
            return null;
        }

        if (rule is RegionRule.All)
        {
            return AccessProblems.Forbidden($"{caller.Name} is a key for some regions; this is about the whole service.");
        }

        return NamedRegions(context.Request).FirstOrDefault(region => !caller.Sees(region)) is { Value: not null } other
            ? AccessProblems.Forbidden($"{caller.Name} is no key for {Hosting.RouteIds.Shorten(other.Value)}.")
            : rule is RegionRule.OfItem ? await items.RefuseAsync(context, caller) : null;
    }

    private static IEnumerable<RegionId> NamedRegions(HttpRequest request)
    {
        if (request.RouteValues.TryGetValue(RegionId, out var value) && value is string named)
        {
            yield return new RegionId(named);
        }

        foreach (var asked in request.Query.TryGetValue(RegionId, out var values) ? values.ToArray() : [])
        {
            yield return new RegionId(asked ?? string.Empty);
        }
    }
}
