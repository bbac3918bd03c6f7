using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using Wuying.Harness;
using Wuying.Harness.Processes;

[assembly: AssemblyFixture(typeof(ConsoleBrowser))]

namespace Wuying.Console.Tests;

/// <summary>Tests that have a program to themselves each, with a demo fleet and a clock that stands still until it is moved.</summary>
public abstract class ConsoleTests(ConsoleBrowser browser) : IAsyncLifetime
{
    /// <summary>A Tuesday evening in Hangzhou, 18:00.</summary>
    public const string Evening = "2023-10-24T10:00:00Z";

    private readonly TemporaryFolder _folder = new();
    private readonly List<ConsoleWindow> _windows = [];
    private ApiProcess? _api;

    protected ApiProcess Api => _api ?? throw new InvalidOperationException("The program is not there yet.");

    /// <summary>The program's options besides the store.</summary>
    protected virtual string[] Options => ["--demo-fleet", "60", "--rate", "0", "--clock-start", Evening];

    public async ValueTask InitializeAsync() => _api = await ApiProcess.StartAsync(["--store", $"sqlite:{_folder.File("fleet.db")}", .. Options]);

    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }

        await Api.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<IPage> OpenAsync(string path, Look? look = null)
    {
        var window = await browser.OpenAsync(Api.Client.BaseAddress!, look);
        _windows.Add(window);
        await window.GoAsync(path);
        return window.Page;
    }

    /// <summary>Fails when a browser has complained, or asked another host for anything.</summary>
    protected void AssertNoComplaints() => Assert.Empty(_windows.SelectMany(window => window.Complaints));
}
