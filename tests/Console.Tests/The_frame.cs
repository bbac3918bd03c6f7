using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

public sealed class The_frame(ConsoleBrowser browser) : ConsoleTests(browser)
{
    [Fact]
    public async Task Shows_region_clock_and_who_is_there()
    {
        var page = await OpenAsync("/");

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Region: China (Hangzhou)" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Clock: 2023-10-24 18:00" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        AssertNoComplaints();
    }
}
