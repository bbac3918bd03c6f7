using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>Roles in sentences.</summary>
internal static class Roles
{
    /// <summary>With its article.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Viewer => "a viewer",
        Role.Operator => "an operator",
        Role.Administrator => "an administrator",
        _ => "nobody",
    };
}
