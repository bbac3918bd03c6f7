using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

public sealed class A_clock_that_is_steered(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Advances_runs_and_stands_still_as_told_in_every_window()
    {
        var page = await OpenAsync("/");
        var other = await OpenAsync("/image-updates");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clock:" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "6 hours" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-25 00:00" })).ToBeVisibleAsync();
        await Expect(other.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-25 00:00" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "×60", Exact = true }).ClickAsync();
        await Expect(page.Locator("#clock")).ToContainTextAsync("Simulated, ×60");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Expect(page.Locator("#clock")).ToContainTextAsync("Simulated, paused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.Locator("#clock")).ToContainTextAsync("Simulated, ×60");
    }
}
