using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

/// <summary>Late in the evening the coming night is closed. A program of its own: its clock is moved at once.</summary>
public sealed class An_operator_at_ten(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Is_refused_tomorrow_at_ten_and_offered_the_day_after()
    {
        await Console.PostAsync("/api/v1/simulation/clock/advance", new { to = "2023-10-27T14:00:00Z" });
        var page = await OpenAsync($"/image-updates/{Version}/computers");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Select" }).First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Immediate/Schedule Update" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);

        var tomorrow = dialog.GetByRole(AriaRole.Button, new() { Name = "2023-10-28" });
        await Expect(tomorrow).ToHaveAccessibleNameAsync("2023-10-28 (Sat) cannot be picked: it begins in less than three hours");
        await tomorrow.ClickAsync(new() { Force = true });
        await Expect(dialog.Locator(".calendar [role=status]")).ToContainTextAsync("it begins in less than three hours");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "2023-10-29" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Schedule 1 updates" })).ToBeEnabledAsync();
    }
}
