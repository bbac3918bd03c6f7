using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>The one table of which role may what.</summary>
internal static class Permissions
{
    /// <summary>The least role that may do it.</summary>
    public static Role LeastRole(this Permission permission) => permission switch
    {
        Permission.Read => Role.Viewer,
        Permission.Operate => Role.Operator,
        Permission.ChangeSettings or Permission.ManageKeys => Role.Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "Not a permission that can be asked for."),
    };
}
