using System.Text.RegularExpressions;

namespace Wuying.Domain.Tests.RuleBook;

/// <summary>A row of the table in docs/rules.md.</summary>
/// <param name="Rule">E.g. <c>R12</c>.</param>
/// <param name="Where">Its paths under src.</param>
/// <param name="Tests">Its tests.</param>
internal sealed partial record RuleRow(string Rule, string Where, string Tests)
{
    public static IReadOnlyList<RuleRow> ReadAll() =>
    [
        .. from line in File.ReadLines(Path.Combine(Sources.Root, "docs", "rules.md"))
           let match = Row().Match(line)
           where match.Success
           select new RuleRow(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value),
    ];

    /// <summary>What stands between back quotes.</summary>
    public static IEnumerable<string> WordsOf(string cell) => Quoted().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\A\| (R\d+)\b[^|]*\|[^|]*\|([^|]*)\|([^|]*)\|\s*\z")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
