using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Wuying.Console.Tests.Browser;

/// <summary>A window on the console that hears of every complaint, and of every request that leaves the service.</summary>
public sealed class ConsoleWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = [];

    internal ConsoleWindow(IBrowserContext context, IPage page, Uri service)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => _complaints.Enqueue($"error: {error}");
        page.Request += (_, request) => Note(new Uri(request.Url), service);
        page.WebSocket += (_, socket) => Note(new Uri(socket.Url), service);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained of, and which other hosts were asked; none of either while all is well.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <summary>Opens a page of the console and waits until it shows its heading.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.Locator("main h1").WaitForAsync();
    }

    /// <summary>Takes note of complaints no longer: for tests that cut connections.</summary>
    public void Forgive() => _complaints.Clear();

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
    }

    private void Note(Uri asked, Uri service)
    {
        if (asked.Scheme is not ("data" or "blob") && asked.Authority != service.Authority)
        {
            _complaints.Enqueue($"another host: {asked}");
        }
    }
}
