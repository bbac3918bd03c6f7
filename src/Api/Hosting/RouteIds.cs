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

    private const int ShownMax = 64;
    private const string RegionId = "regionId";

    private static readonly FrozenDictionary<string, (RejectionCode Code, string Noun)> Parameters = new Dictionary<string, (RejectionCode, string)>
    {
        ["computerId"] = (RejectionCode.ComputerNotFound, "cloud computer"),
        ["imageId"] = (RejectionCode.ImageNotFound, "image"),
        [RegionId] = (RejectionCode.RegionNotFound, "region"),
        ["snapshotId"] = (RejectionCode.SnapshotNotFound, "snapshot"),
        ["userId"] = (RejectionCode.UserNotFound, "user"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when a text is spelled like an id.</summary>
    public static bool IsId(string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>A text from outside as answers show it again.</summary>
    public static string Shorten(string text) => text.Length <= ShownMax ? text : text[..ShownMax] + "…";

    /// <summary>Answers 404 before any handler runs when an id in the address cannot be one.</summary>
    public static RouteGroupBuilder RefuseImpossibleIds(this RouteGroupBuilder group) => group.AddEndpointFilter(static async (context, next) =>
    {
        foreach (var (name, text) in IdsOf(context.HttpContext.Request))
        {
            if (Parameters.TryGetValue(name, out var parameter) && !IsId(text))
            {
                return RejectionProblems.Problem(parameter.Code, $"No {parameter.Noun} has this id.");
            }
        }

        return await next(context);
    });

    // Of a query only the region, which says where to look: the other ids there are filters, and find nothing.
    private static IEnumerable<(string Name, string? Text)> IdsOf(HttpRequest request) => request.RouteValues
        .Select(pair => (pair.Key, pair.Value as string))
        .Concat(request.Query.TryGetValue(RegionId, out var region) ? [(RegionId, region.ToString())] : []);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
