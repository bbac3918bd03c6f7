namespace Wuying.Console.Tests.Browser;

/// <summary>Windows that the tests of a class use one after the other: a new one for each would load the whole console anew.</summary>
public sealed class SharedWindows : IAsyncLifetime
{
    private readonly Dictionary<Look, ConsoleWindow> _windows = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The window of a look, as if it were new.</summary>
    public async Task<ConsoleWindow> OpenAsync(ConsoleBrowser browser, Uri service, Look look)
    {
        if (!_windows.TryGetValue(look, out var window))
        {
            _windows[look] = window = await browser.OpenAsync(service, look);
        }

        window.Forgive();
        await window.Page.EmulateMediaAsync(new() { ColorScheme = look.IsDark ? Microsoft.Playwright.ColorScheme.Dark : Microsoft.Playwright.ColorScheme.Light });
        await window.Page.SetViewportSizeAsync(look.Width, look.Height);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows.Values)
        {
            await window.DisposeAsync();
        }
    }
}
