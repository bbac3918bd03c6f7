using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace Wuying.Console.Tests;

/// <summary>The story of whoever wants to see trouble: what goes wrong is set while the program runs, and the fleet grows.</summary>
public sealed class A_world_that_is_changed(ConsoleBrowser browser, RunningConsole console) : ConsoleTests(browser, console), IClassFixture<RunningConsole>
{
    [Fact]
    public async Task Lets_every_update_of_a_night_fail_and_remembers_that_it_was_told_to()
    {
        var page = await OpenAsync("/simulation?region=cn-hangzhou");
        await page.GetByLabel("Updates that fail", new() { Exact = true }).FillAsync("100");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.GetByText("The machines do this from now on.")).ToBeVisibleAsync();

        await LiveThroughANightAsync();
        await page.GotoAsync($"/image-updates/{Version}/computers?scope=All&status=Faulted&region=cn-hangzhou");
        await Expect(page.Locator("tbody .is-status").First).ToContainTextAsync("Faulted");
        var summary = await Console.Client.GetFromJsonAsync<JsonElement>("/api/v1/regions/cn-hangzhou/updates?date=2023-10-25");
        var states = summary.GetProperty("counts").GetProperty("byState").EnumerateObject().Where(state => state.Value.GetInt32() > 0).Select(state => state.Name);
        Assert.Equal(["failed", "missed"], states.Order(StringComparer.Ordinal));

        await page.GotoAsync("about:blank");
        await Console.RestartAsync();
        await page.GotoAsync("/simulation");
        await Expect(page.GetByLabel("Updates that fail", new() { Exact = true })).ToHaveValueAsync("100");
    }

    [Fact]
    public async Task Keeps_what_is_typed_until_it_is_applied_and_says_what_cannot_be()
    {
        var page = await OpenAsync("/simulation?region=cn-hangzhou");
        var snapshots = page.GetByLabel("Snapshots that fail");
        await snapshots.FillAsync("101");
        await page.GetByLabel("Seed").FillAsync("seven");
        await Expect(page.GetByText("Enter a number from 0 to 100.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Enter a whole number of at most nine digits.")).ToBeVisibleAsync();

        // Others change things meanwhile, and the page hears of it.
        foreach (var (path, change) in new (string, object)[] { ("simulation/machines", new { silenceRate = 0.005 }), ("regions/cn-hangzhou", new { dailyUpdateQuota = 999 }) })
        {
            using var answer = await Console.Client.PatchAsJsonAsync($"/api/v1/{path}", change);
            answer.EnsureSuccessStatusCode();
        }

        await snapshots.FillAsync("2.5");
        await page.GetByLabel("Seed").FillAsync("7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(page.GetByText("The machines do this from now on.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Machines that fall silent")).ToHaveValueAsync("0.5");
        var machines = await Console.Client.GetFromJsonAsync<JsonElement>("/api/v1/simulation/machines");
        Assert.Equal((0.025, 7, 0.005), (machines.GetProperty("snapshotFailureRate").GetDouble(), machines.GetProperty("seed").GetInt32(), machines.GetProperty("silenceRate").GetDouble()));
    }

    [Fact]
    public async Task Gets_more_computers_in_any_region_and_finds_its_way_in_a_long_list_of_them()
    {
        var page = await OpenAsync("/simulation?region=ap-northeast-1");
        var growth = page.GetByRole(AriaRole.Region, new() { Name = "More computers" });
        await growth.GetByLabel("How many").FillAsync("0");
        await growth.GetByRole(AriaRole.Button, new() { Name = "Add computers" }).ClickAsync();
        await Expect(growth.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Enter a whole number from 1 to 100,000.");

        await growth.GetByLabel("How many").FillAsync("1200");
        await growth.GetByLabel("Region").SelectOptionAsync("Japan (Tokyo)");
        await growth.GetByRole(AriaRole.Button, new() { Name = "Add computers" }).ClickAsync();

        await Expect(growth.GetByRole(AriaRole.Status)).ToHaveTextAsync("1,200 computers were added. The fleet has 1,260 now.");
        await Expect(page.GetByText("1,200 cloud computers in Japan (Tokyo).")).ToBeVisibleAsync();

        await Console.PostAsync("/api/v1/simulation/fleet", new { computers = 1200, regionId = "eu-central-1" });
        await page.GotoAsync($"/image-updates/{Version}/computers?scope=All&region=eu-central-1");
        await Expect(page.Locator("tbody tr[aria-rowindex='2']")).ToBeVisibleAsync();
        await page.Locator(".table-card.is-scrolling").EvaluateAsync("list => list.scrollTop = list.scrollHeight * 0.3");
        await Expect(page.Locator("tbody tr[aria-rowindex='365']")).ToBeInViewportAsync();
        await Expect(page.Locator("tbody .is-placeholder")).ToHaveCountAsync(0);
    }

    private async Task LiveThroughANightAsync()
    {
        var request = new { version = "latest", filter = new { all = true }, method = "scheduled", date = "2023-10-25" };
        var operation = await Console.PostAsync("/api/v1/regions/cn-hangzhou/updates", request);
        Assert.NotEqual(0, operation.GetProperty("total").GetInt32());
        await Console.PostAsync("/api/v1/simulation/clock/advance", new { to = "2023-10-24T21:30:00Z" });
    }
}
