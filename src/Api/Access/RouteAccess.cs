namespace Wuying.Api.Access;

/// <summary>Who may use a route.</summary>
/// <param name="Permission">What their role must allow; null when nobody is asked who they are.</param>
/// <param name="Regions">What becomes of keys that are for some regions only.</param>
internal sealed record RouteAccess(Permission? Permission, RegionRule Regions)
{
    /// <summary>Nobody is asked who they are: there is nothing of the fleet in it.</summary>
    public static readonly RouteAccess Anybody = new(null, RegionRule.None);

    /// <summary>The route asks by itself who calls, and lets in by the same tables; without keys it has its caller already.</summary>
    public static readonly RouteAccess AsksItself = new(null, RegionRule.Unspecified);

    /// <summary>A route that nobody has thought of.</summary>
    public static readonly RouteAccess Unlisted = new(Access.Permission.ManageKeys, RegionRule.All);
}
