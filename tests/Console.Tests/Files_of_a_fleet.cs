using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

public sealed class Files_of_a_fleet(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Go_out_and_come_in_again_and_every_bad_row_is_told()
    {
        var window = await OpenWindowAsync("/simulation");
        var page = window.Page;
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Whole fleet" }).ClickAsync());
        var lines = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("ecd-demo0000001", lines, StringComparison.Ordinal);

        await UploadAsync(page, "fleet.ndjson", $"{lines.TrimEnd()}\n{{\"computerId\":\"ecd-broken\"}}\n");
        await Expect(page.GetByText(new Regex("0 rows taken, [0-9]+ told nothing new, 1 refused"))).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Rows that were not taken" })).ToContainTextAsync("ecd-broken");

        await UploadAsync(page, "fleet.json", "this is no JSON");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file was not taken.");
        window.Forgive(); // The browser notes every answer that is no success.
    }

    [Fact]
    public async Task Stand_beside_a_clock_that_goes_to_any_time()
    {
        var page = await OpenAsync("/simulation");

        await page.GetByLabel("To a time of China (Hangzhou)").FillAsync("2023-10-24T19:45");
        await Expect(page.GetByLabel("To a time of China (Hangzhou)")).ToHaveValueAsync("2023-10-24T19:45");
        await page.GetByRole(AriaRole.Button, new() { Name = "Advance" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-24 19:45" })).ToBeVisibleAsync();
        await page.GetByLabel("To a time of China (Hangzhou)").FillAsync("2023-10-24T10:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Advance" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose a time that is still to come");
    }

    private static async Task UploadAsync(IPage page, string name, string text)
    {
        await page.GetByLabel("File to import").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
    }
}
