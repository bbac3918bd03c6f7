using Microsoft.Playwright;

namespace Wuying.Console.Tests.Browser;

/// <summary>One Chromium for all tests; each test opens windows of its own in it.</summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    /// <summary>Debian's. Nothing is ever downloaded.</summary>
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>How long something may take to show: other tests want the processor too.</summary>
    private const int PatienceMs = 15_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a window.</summary>
    /// <param name="service">Where the console is.</param>
    /// <param name="look">How it looks.</param>
    public async Task<ConsoleWindow> OpenAsync(Uri service, Look? look = null)
    {
        look ??= Look.Plain;
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = service.ToString(),
            ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = look.Locale,
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(PatienceMs);
        return new ConsoleWindow(context, await context.NewPageAsync(), service);
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
