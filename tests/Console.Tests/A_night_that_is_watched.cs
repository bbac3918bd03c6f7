using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

/// <summary>The story of whoever watches: a night fills, and in the morning each computer tells why it was left out.</summary>
public sealed partial class A_night_that_is_watched(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    // A night is simulated, with all its work.
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 60_000 };

    [Fact]
    public async Task Fills_as_it_passes_and_leaves_a_reason_with_a_computer_that_was_in_use()
    {
        var (busy, computers) = await ConnectSomebodyAsync();
        var request = new { version = "latest", filter = new { all = true }, method = "scheduled", date = "2023-10-25" };
        await Console.PostAsync("/api/v1/regions/cn-hangzhou/updates", request);
        var page = await OpenAsync("/tonight?night=2023-10-25");
        await Expect(StageOf(page, "Planned")).ToHaveTextAsync($"{computers}", Patient);

        await Console.PostAsync("/api/v1/simulation/clock/advance", new { to = "2023-10-24T16:05:00Z" });
        await Expect(page.GetByText("Running, 4 h 55 min left")).ToBeVisibleAsync();
        await Expect(StageOf(page, "Updating")).ToHaveTextAsync(SomeNumber(), Patient);
        await Console.PostAsync("/api/v1/simulation/clock/advance", new { to = "2023-10-24T21:30:00Z" });
        await Expect(page.GetByText("Over", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(StageOf(page, "Updated")).ToHaveTextAsync(SomeNumber(), Patient);

        await page.GetByRole(AriaRole.Link, new() { Name = busy }).ClickAsync();
        await Expect(page.Locator(".why p")).ToHaveTextAsync($"In the night of 2023-10-25 it was not updated to {Version}, because a user was connected whenever it was checked.");
        await Expect(page.Locator(".history li").First).ToContainTextAsync("Update missed");
    }

    [Fact]
    public async Task Can_be_undone_for_one_computer_from_a_snapshot_and_the_undoing_too()
    {
        var (id, _) = await ConnectSomebodyAsync();
        var page = await OpenAsync($"/computers/{id}");
        foreach (var name in new[] { "before", "after" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Create snapshot" }).ClickAsync();
            await page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync(name);
            await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Create snapshot" }).ClickAsync();
            await Expect(page.Locator(".history li").First).ToContainTextAsync("Snapshot begun");
            await Console.PostAsync("/api/v1/simulation/clock/advance", new { by = "PT10M" });
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Restore {name}" })).ToBeEnabledAsync();
        }

        foreach (var name in new[] { "before", "after" })
        {
            await RestoreAsync(page, name);
            await Expect(page.Locator(".history li").First).ToContainTextAsync("Operation begun");
            await Console.PostAsync("/api/v1/simulation/clock/advance", new { by = "PT40M" });
            await Expect(page.Locator(".history li").First).ToContainTextAsync("Operation done");
        }
    }

    private static async Task RestoreAsync(IPage page, string snapshot)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Restore {snapshot}" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        var confirm = dialog.GetByRole(AriaRole.Button, new() { Name = "Restore", Exact = true });
        await dialog.GetByLabel("To confirm, type the snapshot's name").FillAsync("something else");
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(confirm).ToBeDisabledAsync();
        await dialog.GetByLabel("To confirm, type the snapshot's name").FillAsync(snapshot);
        await confirm.ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    // The first that runs, for lists are by id.
    private async Task<(string Id, int Computers)> ConnectSomebodyAsync()
    {
        var all = await Console.Client.GetFromJsonAsync<JsonElement>("/api/v1/regions/cn-hangzhou/computers?limit=1000");
        var running = all.GetProperty("items").EnumerateArray().First(computer => computer.GetProperty("status").GetString() == "running");
        var id = running.GetProperty("computerId").GetString()!;
        await Console.PostAsync($"/api/v1/computers/{id}/sessions", new { userId = running.GetProperty("assignedUserIds")[0].GetString() });
        return (id, all.GetProperty("items").GetArrayLength());
    }

    private static ILocator StageOf(IPage page, string stage) =>
        page.Locator(".night-stages li").Filter(new() { Has = page.GetByText(stage, new() { Exact = true }) }).Locator("strong");

    [GeneratedRegex("^[1-9]")]
    private static partial Regex SomeNumber();
}
