using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

/// <summary>The story of one operator: from the release notes to the morning after.</summary>
public sealed partial class An_operators_evening(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    // A night is simulated, with all its work.
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Ends_with_updated_computers_and_a_reason_for_each_of_the_others()
    {
        var page = await OpenAsync("/image-updates");
        await ReadNotesAsync(page);
        await page.GetByRole(AriaRole.Row).Nth(1).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("Involved cloud computers");

        await FilterAsync(page);
        var (running, connected) = await ScheduleAsync(page);
        await SeeEachAnswerAsync(page, running);

        // The night passes; the page fills by itself.
        await Console.PostAsync("/api/v1/simulation/clock/advance", new { to = "2023-10-24T21:30:00Z" });
        await Expect(StageOf(page, "Updated")).ToHaveTextAsync($"{running - connected}", Patient);
        await Expect(StageOf(page, "Scheduled")).ToHaveTextAsync("0");
        await Expect(StageOf(page, "Not updated")).ToHaveTextAsync($"{connected}");

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Where this page stands" }).GetByRole(AriaRole.Link).Nth(1).ClickAsync();
        await page.GetByLabel("Filters").Or(page.GetByText("Filters", new() { Exact = true })).ClickAsync();
        await page.GetByLabel("Reason").SelectOptionAsync("A user is connected.");
        await Expect(page.Locator(".list-bar strong")).ToHaveTextAsync($"{connected}");
        await Expect(page.Locator("tbody .is-reason").First).ToHaveTextAsync("A user is connected.");
    }

    private static async Task ReadNotesAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Actions for {Version}" }).ClickAsync();
        await page.GetByText("View Release Notes").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Faster log-on");
        await page.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task FilterAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Searchbox).FillAsync("no such computer");
        await Expect(page.GetByText("No cloud computer matches")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await page.GetByText("Filters", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("Running");
        await Expect(page.Locator("tbody .is-status").First).ToContainTextAsync("Running");
        await page.GetByRole(AriaRole.Button, new() { Name = "Name" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = "Name" })).ToHaveAttributeAsync("aria-sort", "ascending");
        await Expect(page).ToHaveURLAsync(StatusAndSort());
    }

    private async Task<(int Running, int Connected)> ScheduleAsync(IPage page)
    {
        var counted = await Console.Client.GetFromJsonAsync<JsonElement>("/api/v1/regions/cn-hangzhou/computers?status=running&limit=1000");
        var running = counted.GetProperty("items").GetArrayLength();
        const int connected = 2;
        foreach (var computer in counted.GetProperty("items").EnumerateArray().Take(connected))
        {
            var user = new { userId = computer.GetProperty("assignedUserIds")[0].GetString() };
            await Console.PostAsync($"/api/v1/computers/{computer.GetProperty("computerId").GetString()}/sessions", user);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = $"Select all {running} that match" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Immediate/Schedule Update" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByText("Before you update")).ToBeVisibleAsync();
        await Expect(dialog.Locator(".forecast-main")).ToHaveTextAsync($"{running} will be scheduled");
        await Expect(dialog.Locator(".update-preview .is-warning")).ToContainTextAsync($"{connected} A user is connected.");

        // At once, only those would start that nobody is connected to.
        await dialog.GetByLabel("Immediate").CheckAsync();
        await Expect(dialog.Locator(".forecast-main")).ToHaveTextAsync($"{running - connected} will start at once");
        await Expect(dialog.Locator(".update-preview .is-bad")).ToContainTextAsync($"{connected} refused: A user is connected.");
        await dialog.GetByLabel("Scheduled").CheckAsync();
        await dialog.GetByLabel("6 hours before").CheckAsync();
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "2023-10-25" })).ToHaveAttributeAsync("aria-pressed", "true");
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Schedule {running} updates" }).ClickAsync();
        return (running, connected);
    }

    private static async Task SeeEachAnswerAsync(IPage page, int running)
    {
        await Expect(page).ToHaveURLAsync(RequestAddress());
        await Expect(page.GetByText($"{running} of {running}")).ToBeVisibleAsync();
        await Expect(StageOf(page, "Scheduled")).ToHaveTextAsync($"{running}");
        await Expect(page.Locator("tbody .is-answer").First).ToContainTextAsync("Accepted");
    }

    private static ILocator StageOf(IPage page, string stage) =>
        page.Locator(".stages li").Filter(new() { Has = page.GetByText(stage, new() { Exact = true }) }).Locator("strong");

    [GeneratedRegex("status=Running.*sort=Name")]
    private static partial Regex StatusAndSort();

    [GeneratedRegex("/image-updates/requests/op-")]
    private static partial Regex RequestAddress();
}
