using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;

[assembly: AssemblyFixture(typeof(ConsoleBrowser))]

namespace Wuying.Console.Tests;

/// <summary>Tests that look at a running console. No browser may have complained by the end of any of them, nor asked another host for anything.</summary>
public abstract class ConsoleTests(ConsoleBrowser browser, RunningConsole console) : IAsyncDisposable
{
    /// <summary>The version that the demo fleet can be updated to.</summary>
    protected const string Version = RunningConsole.Version;

    private readonly List<ConsoleWindow> _windows = [];

    protected RunningConsole Console => console;

    public async ValueTask DisposeAsync()
    {
        var complaints = _windows.SelectMany(window => window.Complaints).ToArray();
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }

        GC.SuppressFinalize(this);
        Assert.Empty(complaints);
    }

    /// <summary>Opens a page in a window of its own.</summary>
    protected async Task<IPage> OpenAsync(string path, Look? look = null) => (await OpenWindowAsync(path, look)).Page;

    /// <summary>The same, to ask the window about itself.</summary>
    protected async Task<ConsoleWindow> OpenWindowAsync(string path, Look? look = null)
    {
        var window = await browser.OpenAsync(console.Address, look);
        _windows.Add(window);
        await window.GoAsync(path);
        return window;
    }
}
