using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

public sealed class An_end_user(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Logs_on_connects_and_puts_an_update_off()
    {
        var page = await OpenAsync("/client");
        await LogOnAsync(page);
        await Expect(page.GetByText("A new version is available").First).ToBeVisibleAsync();
        await Expect(page.GetByText("1 new")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "In 4 hours" }).ClickAsync();
        await Expect(page.Locator(".client-computer")).ToContainTextAsync("starts at 2023-10-24 22:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Connect to" }).ClickAsync();
        await Expect(page.GetByText("Connected since 2023-10-24 18:00")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Disconnect" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Connect to" })).ToBeVisibleAsync();

        // Whoever logs on again has seen the offer; what came of it is new.
        await page.GetByRole(AriaRole.Button, new() { Name = "Log on" }).ClickAsync();
        await Expect(page.Locator(".notifications .is-new")).ToHaveCountAsync(1);
        await Expect(page.Locator(".notifications .is-new")).ToContainTextAsync("An update is scheduled");
    }

    [Fact]
    public async Task Declines_and_is_asked_no_more()
    {
        var page = await OpenAsync("/client");
        await LogOnAsync(page, last: true);

        await page.GetByRole(AriaRole.Button, new() { Name = "Not this version" }).ClickAsync();

        await Expect(page.GetByText("stays at its version")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Update now" })).ToHaveCountAsync(0);
    }

    // The examples are users who have something to decide.
    private static async Task LogOnAsync(IPage page, bool last = false)
    {
        var users = page.Locator(".user-choice");
        await (last ? users.Last : users.First).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Log on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Update now" })).ToBeVisibleAsync();
    }
}
