using System.Text.RegularExpressions;

namespace Wuying.Domain.Tests.RuleBook;

/// <summary>docs/rules.md tells the truth: every rule lives somewhere, and tests that exist prove it.</summary>
public sealed partial class The_table_of_rules
{
    private const int RulesCount = 33;

    private static readonly IReadOnlyList<RuleRow> Rows = RuleRow.ReadAll();

    public static TheoryData<string> Rules => [.. Enumerable.Range(1, RulesCount).Select(number => $"R{number}")];

    [Fact]
    public void Has_one_row_for_every_rule_in_order() => Assert.Equal(Rules.Select(rule => rule.Data), Rows.Select(row => row.Rule));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Says_where_the_rule_lives(string rule)
    {
        var places = RuleRow.WordsOf(RowOf(rule).Where).Where(Sources.IsPlace).ToArray();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.True(Sources.HasPlace(place), $"There is no {place}."));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Names_tests_that_exist(string rule)
    {
        var named = TestsOf(RowOf(rule)).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.True(Sources.HasTest(test.Project, test.Name), $"There is no test {test.Name} in {test.Project ?? "any project"}."));
        Assert.All(RuleRow.WordsOf(RowOf(rule).Tests).Where(Sources.IsTestProject), project => Assert.True(Sources.HasTestProject(project), $"There is no {project}."));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Leaves_nothing_for_later(string rule) => Assert.DoesNotMatch(Promise(), RowOf(rule).Where + RowOf(rule).Tests);

    private static RuleRow RowOf(string rule) => Assert.Single(Rows, row => row.Rule == rule);

    // A project's name stands before the names of its classes, up to the next semicolon.
    private static IEnumerable<(string? Project, string Name)> TestsOf(RuleRow row)
    {
        foreach (var part in row.Tests.Split(';'))
        {
            string? project = null;
            foreach (var word in RuleRow.WordsOf(part))
            {
                if (Sources.IsTestProject(word))
                {
                    project = word;
                }
                else
                {
                    yield return (project, word);
                }
            }
        }
    }

    [GeneratedRegex(@"\b(later|none)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();
}
