using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

public sealed class The_frame(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Shows_region_clock_and_who_is_there()
    {
        var page = await OpenAsync("/");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Region: China (Hangzhou)" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-24 18:00" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Signed in as operator" }).ClickAsync();
        await Expect(page.GetByText("Administrator", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Remembers_the_region_and_takes_one_from_an_address()
    {
        var page = await OpenAsync("/image-updates");
        await ChooseAsync(page, "regions", "Region:", "China (Shanghai)");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("region=cn-shanghai"));

        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Region: China (Shanghai)" })).ToBeVisibleAsync();
        await page.GotoAsync("/?region=eu-central-1");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Region: Germany (Frankfurt)" })).ToBeVisibleAsync();

        // Five in the evening less six hours: the clock is the region's.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-24 12:00" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Speaks_the_browsers_language_until_another_is_chosen_and_remembers_that()
    {
        var page = await OpenAsync("/image-updates", Look.Chinese);
        await Expect(page.Locator("h1")).ToHaveTextAsync("镜像更新");

        await ChooseAsync(page, "preferences", "语言与外观", "English");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Image Updates");
        await page.ReloadAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Image Updates");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Looks_like_the_system_until_a_scheme_is_chosen_and_remembers_that()
    {
        var page = await OpenAsync("/", Look.Dark);
        Assert.Equal("dark", await SchemeAsync(page));

        await ChooseAsync(page, "preferences", "Language and appearance", "Light");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.scheme === 'light'");
        await page.ReloadAsync();
        await page.Locator("h1").WaitForAsync();
        Assert.Equal("light", await SchemeAsync(page));

        // Back to the system's, and with it when it changes.
        await ChooseAsync(page, "preferences", "Language and appearance", "Like the system");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.scheme === 'dark'");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.scheme === 'light'");
    }

    [Fact]
    public async Task Leads_with_the_keyboard_to_content_and_to_pages()
    {
        var page = await OpenAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Console" }).GetByRole(AriaRole.Link, new() { Name = "Image Updates" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Image Updates");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Leads_to_the_dashboard_of_Orleans()
    {
        var page = await OpenAsync("/orleans");
        var address = await page.GetByRole(AriaRole.Link, new() { Name = "Grains" }).GetAttributeAsync("href");

        using var client = new HttpClient();
        var dashboard = await client.GetStringAsync(new Uri(address!));

        Assert.Contains("dashboard", dashboard, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Lets_the_browser_run_no_script_but_its_own()
    {
        using var page = await Console.Client.GetAsync("/");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    private static Task<string> SchemeAsync(IPage page) => page.EvaluateAsync<string>("document.documentElement.dataset.scheme");

    private static async Task ChooseAsync(IPage page, string flyout, string button, string choice)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
        await page.Locator($"#{flyout}").GetByRole(AriaRole.Button, new() { Name = choice }).ClickAsync();
    }
}
