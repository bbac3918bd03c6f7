using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;

namespace Wuying.Console.Tests;

public sealed partial class Every_page(ConsoleBrowser browser, RunningConsole console, SharedWindows windows)
    : IClassFixture<RunningConsole>, IClassFixture<SharedWindows>, IAsyncLifetime
{
    private const string Version = RunningConsole.Version;

    private static string? _made;

    /// <summary>Every address of the console, and what is opened on it. A new page is added here.</summary>
    public static readonly TheoryData<string, string?> All = new()
    {
        { "/", null },
        { "/image-updates", null },
        { "/image-updates", "release notes" },
        { "/image-updates", "actions" },
        { $"/image-updates/{Version}/images", null },
        { $"/image-updates/{Version}/computers", null },
        { $"/image-updates/{Version}/computers?status=Running&sort=-Name", null },
        { $"/image-updates/{Version}/computers", "update dialog" },
        { "/image-updates/requests/{made}", null },
        { "/image-updates/requests/op-nobody-made", null },
        { "/image-updates/9.9.9-R-20991231.000000/computers", null },
        { "/tonight", null },
        { "/tonight?night=2023-10-26", null },
        { "/computers/ecd-demo0000001", null },
        { "/computers/ecd-demo0000001", "snapshot dialog" },
        { "/computers/ecd-nobody-made", null },
        { "/simulation", null },
        { "/client", null },
        { "/client?user=user000001", null },
        { "/client?user=nobody", null },
        { "/orleans", null },
        { "/not-found", null },
    };

    public async ValueTask InitializeAsync() => _made ??= await console.ScheduleAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(All))]
    public async Task Is_usable_by_everybody_in_both_schemes_and_fits_a_phone(string path, string? opened)
    {
        var window = await OpenAsync(path, opened, Look.Plain);
        var page = window.Page;
        await Axe.JudgeAsync(page);

        await DarkenAsync(page);
        await Axe.JudgeAsync(page);

        // Nothing has to be scrolled sideways, once the navigation has made room.
        await page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await page.WaitForFunctionAsync($"() => document.documentElement.scrollWidth === {Look.Phone.Width}");
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Speaks_both_languages_and_never_in_keys(string path, string? opened)
    {
        var (english, chinese) = (await TextAsync(path, opened, Look.Plain), await TextAsync(path, opened, Look.Chinese));

        Assert.DoesNotMatch(Key(), english);
        Assert.DoesNotMatch(Key(), chinese);
        Assert.DoesNotMatch(Han(), english);
        Assert.True(Han().Count(chinese) > 20, chinese);
    }

    // The colours come from the service, a moment after the system's wish has changed.
    private static async Task DarkenAsync(IPage page)
    {
        const string surface = "getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-surface')";
        var light = await page.EvaluateAsync<string>(surface);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.WaitForFunctionAsync($"light => {surface} !== light", light);
    }

    private static string Complete(string path) => path.Replace("{made}", _made, StringComparison.Ordinal);

    private async Task<ConsoleWindow> OpenAsync(string path, string? opened, Look look)
    {
        var window = await windows.OpenAsync(browser, console.Address, look);
        await window.GoAsync(Complete(path));
        await Opening.OpenAsync(window.Page, opened);
        return window;
    }

    private async Task<string> TextAsync(string path, string? opened, Look look)
    {
        var window = await OpenAsync(path, opened, look);
        Assert.Empty(window.Complaints);
        return await window.Page.Locator("body").InnerTextAsync();
    }

    // Two words and a dot, and no file, host or version.
    [GeneratedRegex(@"\b[A-Z][a-z]+[A-Za-z]*\.[A-Z][A-Za-z]+\b")]
    private static partial Regex Key();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Han();
}
