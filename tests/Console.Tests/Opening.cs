using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

/// <summary>Opens what stands on pages but not at addresses. By place, not by text: in any language.</summary>
internal static class Opening
{
    public static async Task OpenAsync(IPage page, string? opened)
    {
        switch (opened)
        {
            case null:
                break;
            case "actions":
                await page.Locator("tbody .mud-menu button").First.ClickAsync();
                await Expect(page.Locator(".mud-popover-open")).ToHaveCSSAsync("opacity", "1");
                break;
            case "release notes":
                await page.Locator("tbody .mud-menu button").First.ClickAsync();
                await page.Locator(".mud-popover-open .mud-menu-item").First.ClickAsync();
                await Expect(page.GetByRole(AriaRole.Dialog).Locator(".notes")).ToBeVisibleAsync();
                break;
            case "update dialog":
                await page.Locator(".list-bar button").First.ClickAsync();
                await page.Locator(".list-bar .mud-button-filled").ClickAsync();
                await Expect(page.Locator(".forecast-main")).ToBeVisibleAsync();
                break;
            case "snapshot dialog":
                await page.Locator("section[aria-labelledby=snapshots] button").First.ClickAsync();
                await Expect(page.GetByRole(AriaRole.Dialog).Locator("input")).ToBeVisibleAsync();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(opened), opened, "Nothing that can be opened.");
        }
    }
}
