using Microsoft.Playwright;

namespace Wuying.Bench.Consoles;

/// <summary>A page of the console in a real Chromium: timed by its own clock, from within, so that nothing of what drives it counts.</summary>
internal sealed class MeasuredPage : IAsyncDisposable
{
    /// <summary>Debian's; nothing is ever downloaded.</summary>
    private const string Chromium = "/usr/bin/chromium";

    private const float PatienceMs = 120_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IPage _page;
    private readonly ICDPSession _inspector;
    private long _bytes;

    private MeasuredPage(IPlaywright playwright, IBrowser browser, IPage page, ICDPSession inspector)
    {
        (_playwright, _browser, _page, _inspector) = (playwright, browser, page, inspector);
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Interlocked.Add(ref _bytes, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
    }

    /// <summary>The bytes of all messages that the service has sent over the page's connection.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Starts a browser.</summary>
    /// <param name="service">Where the console is.</param>
    public static async Task<MeasuredPage> OpenAsync(Uri service)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var context = await browser.NewContextAsync(new() { BaseURL = service.ToString(), Locale = "en-GB", ViewportSize = new() { Width = 1280, Height = 860 } });
        context.SetDefaultTimeout(PatienceMs);
        var page = await context.NewPageAsync();
        var inspector = await context.NewCDPSessionAsync(page);
        await inspector.SendAsync("Performance.enable");
        return new MeasuredPage(playwright, browser, page, inspector);
    }

    /// <summary>Opens an address, and waits until something is there.</summary>
    /// <param name="path">The address.</param>
    /// <param name="there">What is waited for, as a selector.</param>
    public async Task GoAsync(string path, string there)
    {
        await _page.GotoAsync(path);
        await _page.Locator(there).First.WaitForAsync();
        await _page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>What a selector's first element says.</summary>
    public async Task<string> TextOfAsync(string selector) => (await _page.Locator(selector).First.InnerTextAsync()).Trim();

    /// <summary>How long it takes from a deed until it is seen, in milliseconds, to the frame. Fails when it is not seen for two minutes.</summary>
    /// <param name="act">The deed, as a script.</param>
    /// <param name="isSeen">True once it is seen, as an expression.</param>
    public Task<double> TimeAsync(string act, string isSeen) => _page.EvaluateAsync<double>(
        $$"""
        async () => {
          const from = performance.now();
          {{act}};
          while (!({{isSeen}})) {
            if (performance.now() - from > {{PatienceMs}}) throw new Error('It was not seen in time.');
            await new Promise(requestAnimationFrame);
          }
          return performance.now() - from;
        }
        """);

    /// <summary>How long the page has kept its thread busy so far.</summary>
    public async Task<TimeSpan> BusyAsync()
    {
        var metrics = (await _inspector.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return TimeSpan.FromSeconds(metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble());
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
