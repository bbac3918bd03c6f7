using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

/// <summary>The line between a browser and the service breaks while somebody is in the middle of something.</summary>
public sealed class A_connection_that_is_cut(ConsoleBrowser browser, RunningConsole console) : IClassFixture<RunningConsole>
{
    private const string Version = RunningConsole.Version;

    [Fact]
    public async Task Is_sought_with_a_word_about_it_and_nothing_is_lost_once_it_is_back()
    {
        await using var line = new ServiceLine(console.Address);
        await using var window = await browser.OpenAsync(line.Address);
        await window.GoAsync($"/image-updates/{Version}/computers");
        var page = window.Page;
        var selected = await ChooseAsync(page);
        Assert.Empty(window.Complaints);

        line.Cut();
        await Expect(page.GetByText("Connection lost. Trying again; nothing you entered is gone.")).ToBeVisibleAsync();
        await Expect(Confirm(page)).ToHaveTextAsync($"Update {selected} now");

        // Things happen meanwhile.
        await console.PostAsync("/api/v1/simulation/clock/advance", new { by = "PT1H" });
        line.Mend();
        await Expect(page.GetByText("Connection lost.")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-24 19:00" })).ToBeVisibleAsync();

        window.Forgive(); // The browser notes each try.
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Radio, new() { Name = "Immediate" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Checkbox)).Not.ToBeCheckedAsync();
        await Confirm(page).ClickAsync();
        await Expect(page.Locator("tbody .is-answer")).ToHaveCountAsync(selected);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Of_a_page_with_a_form_keeps_what_was_typed()
    {
        await using var line = new ServiceLine(console.Address);
        await using var window = await browser.OpenAsync(line.Address);
        await window.GoAsync("/simulation");
        var rate = window.Page.GetByLabel("Restores that fail");
        await rate.FillAsync("12.5");
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" })).ToBeEnabledAsync();

        line.Cut();
        await Expect(window.Page.GetByText("Connection lost.")).ToBeVisibleAsync();
        line.Mend();
        await Expect(window.Page.GetByText("Connection lost.")).ToBeHiddenAsync();

        await Expect(rate).ToHaveValueAsync("12.5");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(window.Page.GetByText("The machines do this from now on.")).ToBeVisibleAsync();
    }

    private static ILocator Confirm(IPage page) => page.GetByRole(AriaRole.Dialog).Locator(".mud-dialog-actions .mud-button-filled");

    // Two computers, at once, without a snapshot.
    private static async Task<int> ChooseAsync(IPage page)
    {
        var running = page.Locator("tbody tr").Filter(new() { HasText = "Running" });
        await running.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await running.Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Immediate/Schedule Update" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Immediate" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Checkbox).UncheckAsync();
        await Expect(Confirm(page)).ToBeEnabledAsync();
        return 2;
    }
}
