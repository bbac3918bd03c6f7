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

    public static (bool IsGood, string Message) Tags(string field, IEnumerable<(string? Key, string? Value)>? tags)
    {
        var all = tags?.ToArray() ?? [];
        return all.Length > Domain.Tags.TagRules.TagsMax
            ? (false, $"{field} are at most {Domain.Tags.TagRules.TagsMax}.")
            : (all.All(tag => tag is { Key: not null, Value: not null } && Domain.Tags.TagRules.WhyNot(new(tag.Key, tag.Value)) is null),
                $"{field} have keys of 1 to {Domain.Tags.TagRules.KeyLengthMax} and values of up to {Domain.Tags.TagRules.ValueLengthMax} characters, none beginning with aliyun or acs:.");
    }

    public static (bool IsGood, string Message) Instant(string field, string? instant) =>
        (Json.InstantConverter.TryParse(instant, out _), $"{field} is not an instant, such as 2023-10-24T06:23Z.");

    public static (bool IsGood, string Message) InstantOrNull(string field, string? instant) =>
        instant is null ? (true, string.Empty) : Instant(field, instant);

    public static (bool IsGood, string Message) Word<T>(string field, string? word)
        where T : struct, Enum => (Json.Words<T>.TryRead(word ?? string.Empty, out _), $"{field} is one of {Json.Words<T>.All}.");

    public static (bool IsGood, string Message) ReasonOrNull(string field, string? reason) =>
        (reason is null || Problems.RejectionCodes.TryRead(reason, out _), $"{field} is none of the closed list of reasons.");

    public static (bool IsGood, string Message) Said(string field, string? text) => (text is { Length: > 0 }, $"{field} is missing.");

    public static (bool IsGood, string Message) Number(string field, int number) =>
        (number is >= 0 and <= Domain.CloudComputers.CloudComputerIds.NumberMax, $"{field} is from 0 to {Domain.CloudComputers.CloudComputerIds.NumberMax}.");

    /// <summary>A day far enough from the ends of time.</summary>
    public static (bool IsGood, string Message) Day(string field, DateOnly day) => (day.Year is >= 2000 and < 9999, $"{field} is a day from 2000-01-01.");
}
