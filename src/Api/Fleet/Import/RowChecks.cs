using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;

namespace Wuying.Api.Fleet.Import;

/// <summary>What every row must satisfy, whichever shape it came in.</summary>
internal static class RowChecks
{
    private const string IdExpected = "is not spelled like an id: 1 to 64 letters, digits, '.', '_' or '-'.";

    /// <summary>The first mistake, or null.</summary>
    public static string? FirstMistake(params ReadOnlySpan<(bool IsGood, string Message)> checks)
    {
        foreach (var (isGood, message) in checks)
        {
            if (!isGood)
            {
                return message;
            }
        }

        return null;
    }

    public static (bool IsGood, string Message) Id(string field, string? id) => (RouteIds.IsId(id), $"{field} {IdExpected}");

    public static (bool IsGood, string Message) Name(string field, string? name) =>
        (name is { Length: > 0 and <= RouteIds.NameLengthMax }, $"{field} has 1 to {RouteIds.NameLengthMax} characters.");

    public static (bool IsGood, string Message) Version(string field, string? version) =>
        (Domain.Images.ImageVersion.TryParse(version, out _), $"{field} is not a version number, such as 2.7.0-R-20231020.101500.");

    public static (bool IsGood, string Message) Users(string field, string?[]? users) => (
        users is null || (users.Length <= CreateComputersRequest.AssignedUsersMax && users.All(RouteIds.IsId)),
        $"{field} has at most {CreateComputersRequest.AssignedUsersMax} users, each spelled like an id.");
}
