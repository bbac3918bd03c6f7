using System.Text.Json;
using Microsoft.Playwright;

namespace Wuying.Console.Tests.Browser;

/// <summary>Asks axe-core what is wrong with a page for people who do not see, or do not use a mouse.</summary>
internal static class Axe
{
    private const string Run =
        """
        async () => {
          const result = await axe.run(document, { resultTypes: ['violations'] });
          return result.violations.filter(v => v.impact === 'serious' || v.impact === 'critical')
            .map(v => `${v.impact} ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' | ' + (n.any[0]?.message ?? '')).join(' || ')}`);
        }
        """;

    private static readonly string Script = Load();

    /// <summary>Fails for every serious and critical issue; a good page has none.</summary>
    public static async Task JudgeAsync(IPage page)
    {
        // The page's own policy lets no foreign script in, so it is evaluated from outside.
        await page.EvaluateAsync(Script);
        var issues = (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(issue => issue.GetString()!).ToArray();
        Assert.True(issues.Length == 0, string.Join(Environment.NewLine, issues));
    }

    private static string Load()
    {
        using var reader = new StreamReader(typeof(Axe).Assembly.GetManifestResourceStream("axe.min.js")!);
        return reader.ReadToEnd();
    }
}
