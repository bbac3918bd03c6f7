using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Wuying.Api.Problems;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Hosting;

/// <summary>The spelling of ids. What cannot be an id names nothing, and wakes no grain.</summary>
internal static partial class RouteIds
{
    /// <summary>The longest name of anything.</summary>
    public const int NameLengthMax = 128;

    private static readonly FrozenDictionary<string, (RejectionCode Code, string Noun)> Parameters = new Dictionary<string, (RejectionCode, string)>
    {
        ["computerId"] = (RejectionCode.ComputerNotFound, "cloud computer"),
        ["imageId"] = (RejectionCode.ImageNotFound, "image"),
        ["regionId"] = (RejectionCode.RegionNotFound, "region"),
        ["snapshotId"] = (RejectionCode.SnapshotNotFound, "snapshot"),
        ["userId"] = (RejectionCode.UserNotFound, "user"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when a text is spelled like an id.</summary>
    public static bool IsId(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>Answers 404 before any handler runs when an id in the route cannot be one.</summary>
    public static RouteGroupBuilder RefuseImpossibleIds(this RouteGroupBuilder group) => group.AddEndpointFilter(static async (context, next) =>
    {
        foreach (var (name, value) in context.HttpContext.Request.RouteValues)
        {
            if (value is string text && Parameters.TryGetValue(name, out var parameter) && !IsId(text))
            {
                return RejectionProblems.Problem(parameter.Code, $"No {parameter.Noun} has this id.");
            }
        }

        return await next(context);
    });

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
