using System.Globalization;
using Wuying.Bench.Measuring;
using Wuying.Domain.Regions;
using Wuying.Harness;

namespace Wuying.Bench.Consoles;

/// <summary>How long somebody waits for the list of a region's computers: until it is there, until it is narrowed, until another place of it is seen.</summary>
internal sealed class LongList(MeasuredPage page, int computers, int rounds)
{
    // As the fleet in the store is made: numbered names, and every tenth computer in the same office.
    private const string Few = "Desk 00001";
    private const int FewCount = 10;
    private const string Office = "cn-hangzhou+dir-3";
    private const int Offices = 10;
    private const int RowsAbout = 40;
    private const string FirstOfAll = "Desk 000000";
    private const string FirstOfOffice = "Desk 000003";

    private const string Row = "document.querySelector('tbody .is-status')";
    private const string First = "document.querySelector('tbody .title-link')?";
    private const string Total = "document.querySelector('.list-bar strong')?.textContent.trim()";

    private static readonly RegionId Region = A.Hangzhou;

    /// <summary>Measures it.</summary>
    public async Task<Figure[]> MeasureAsync()
    {
        var (first, searching, filtering, scrolling) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= rounds; round++)
        {
            await page.GoAsync($"/image-updates?region={Region}", "tbody tr a[href*='/computers']");
            first.Add(await page.TimeAsync("document.querySelector(\"tbody tr a[href*='/computers']\").click()", Row));
            await page.TimeAsync("", IsTotal(computers));
            searching.Add(await TypeAsync("input[type=search]", "input", Few, FewCount, $"{First}.textContent.startsWith('{Few}')"));
            await TypeAsync("input[type=search]", "input", "", computers, $"{First}.textContent === '{FirstOfAll}'");
            filtering.Add(await TypeAsync(".filter-fields input", "change", Office, computers / Offices, $"{First}.textContent === '{FirstOfOffice}'"));
            await TypeAsync(".filter-fields input", "change", "", computers, $"{First}.textContent === '{FirstOfAll}'");
            scrolling.Add(await ScrollAsync((double)round / (rounds + 1)));
        }

        return
        [
            Figure.OfRounds("list: from the click to its first rows", first, "ms").ShouldBe(Goal.AtMost(1_000)),
            Figure.OfRounds("list: searching, from the last key on", searching, "ms").ShouldBe(Goal.AtMost(300)),
            Figure.OfRounds("list: filtering", filtering, "ms").ShouldBe(Goal.AtMost(300)),
            Figure.OfRounds("list: rows of another place, scrolled to", scrolling, "ms").ShouldBe(Goal.AtMost(300)),
        ];
    }

    // The number above the list comes before the rows do.
    private Task<double> TypeAsync(string field, string told, string text, int expected, string isFirstRow) => page.TimeAsync(
        $"const field = document.querySelector('{field}'); field.value = '{text}'; field.dispatchEvent(new Event('{told}', {{ bubbles: true }}))",
        $"{IsTotal(expected)} && {isFirstRow}");

    // To a share of the way down, and back up.
    private async Task<double> ScrollAsync(double share)
    {
        const string list = "document.querySelector('.table-card.is-scrolling')";
        var place = ((int)(computers * share)).ToString(CultureInfo.InvariantCulture);

        // Rows in sight are a little higher than those that are only reckoned with.
        var about = (RowsAbout + (computers / 50)).ToString(CultureInfo.InvariantCulture);
        var took = await page.TimeAsync(
            $"{list}.scrollTop = {list}.scrollHeight * {share.ToString(CultureInfo.InvariantCulture)}",
            $"!document.querySelector('tbody .is-placeholder') && [...document.querySelectorAll('tbody tr[aria-rowindex]')].some(row => Math.abs(row.getAttribute('aria-rowindex') - {place}) < {about})");
        await page.TimeAsync($"{list}.scrollTop = 0", "document.querySelector('tbody tr[aria-rowindex=\"2\"]')");
        return took;
    }

    private static string IsTotal(int count) => $"{Total} === '{count.ToString("N0", CultureInfo.InvariantCulture)}'";
}
