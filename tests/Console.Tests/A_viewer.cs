using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

public sealed class A_viewer(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Signs_in_looks_and_can_change_nothing()
    {
        // The first key shuts the door behind it.
        var administrator = await Console.CreateKeyAsync("administrator");
        Console.UseKey(administrator);
        var viewer = await Console.CreateKeyAsync("viewer", "cn-hangzhou");
        var window = await OpenWindowAsync("/image-updates");
        var page = window.Page;

        await SignInAsync(page, viewer.Id, "not the secret");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is no access key with this id and secret");
        window.Forgive(); // The browser notes every answer that is no success.
        await SignInAsync(page, viewer.Id, viewer.Secret);
        await Expect(page.Locator("h1")).ToHaveTextAsync("Image Updates");

        await Expect(page.GetByRole(AriaRole.Switch, new() { Name = "Automatic Push" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {Version}" }).ClickAsync();
        await Expect(page.Locator(".mud-popover-open .mud-menu-item").Filter(new() { HasText = "Start Push" })).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("disabled"));
        await page.Keyboard.PressAsync("Escape");

        // Of the regions only the key's own is there, whatever an address says.
        await page.GetByRole(AriaRole.Button, new() { Name = "Region:" }).ClickAsync();
        await Expect(page.Locator("#regions").GetByRole(AriaRole.Button)).ToHaveCountAsync(1);
        await page.GotoAsync($"/image-updates/{Version}/computers?region=cn-shanghai");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Region: China (Hangzhou)" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox).First).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Update headquarters" }).First).ToBeDisabledAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "headquarters" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create snapshot" })).ToBeDisabledAsync();
        await page.GotoAsync("/simulation");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true })).ToBeDisabledAsync();
        await Expect(page.GetByLabel("Seed")).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add computers" })).ToBeDisabledAsync();
        await page.GotoAsync("/client?user=user000001");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Log on" })).ToBeDisabledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Signed in as" }).ClickAsync();
        await Expect(page.Locator("#account")).ToContainTextAsync("Viewer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Sign in");
    }

    [Fact]
    public async Task Whose_key_is_disabled_does_nothing_more_though_the_page_is_open()
    {
        var administrator = Console.HasKey ? default : await Console.CreateKeyAsync("administrator");
        if (administrator.Id is not null)
        {
            Console.UseKey(administrator);
        }

        var key = await Console.CreateKeyAsync("operator");
        var page = await OpenAsync("/image-updates");
        await SignInAsync(page, key.Id, key.Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {Version}" }).ClickAsync();
        await page.GetByText("Start Push").ClickAsync();
        using (await Console.Client.DeleteAsync($"/api/v1/access-keys/{key.Id}"))
        {
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Start Push" }).ClickAsync();
        }

        await Expect(page.GetByText("Your role does not allow this.")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page, string id, string secret)
    {
        await page.GetByLabel("Access key id").FillAsync(id);
        await page.GetByLabel("Access key secret").FillAsync(secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
