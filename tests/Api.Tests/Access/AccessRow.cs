using System.Text.RegularExpressions;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

/// <summary>A row of the table in docs/operations/security.md: who may use a route. The tests expect what the documentation says, not what the code says.</summary>
/// <param name="Route">Method and path.</param>
/// <param name="LeastRole">The least role that may use it; null for anybody, and where the route asks itself.</param>
/// <param name="OfOtherRegions">What becomes of a key of other regions.</param>
internal sealed partial record AccessRow(string Route, Role? LeastRole, string OfOtherRegions)
{
    public const string Nothing = "–";
    public const string Refused = "403";
    public const string NotThere = "404";
    public const string Filtered = "filtered";
    public const string NeedsAll = "needs all";

    /// <summary>The route finds out by itself who calls, and has a matrix of its own.</summary>
    public const string AsksItself = "asks itself";

    public static IReadOnlyList<AccessRow> ReadAll() =>
    [
        .. from row in Row().Matches(File.ReadAllText(PathOf(new DirectoryInfo(AppContext.BaseDirectory))))
           let role = row.Groups[2].Value
           select new AccessRow(row.Groups[1].Value, role is "anybody" or "itself" ? null : Enum.Parse<Role>(role, ignoreCase: true), row.Groups[3].Value),
    ];

    private static string PathOf(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("The tests do not run inside the repository.")
        : Path.Combine(folder.FullName, "docs", "operations", "security.md") is var path && File.Exists(path) ? path : PathOf(folder.Parent);

    [GeneratedRegex(@"^\| `((?:[A-Z]+|\*) /\S*)` \| (anybody|itself|viewer|operator|administrator) \| (\S.*?) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
