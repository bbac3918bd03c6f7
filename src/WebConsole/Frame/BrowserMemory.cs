using Microsoft.JSInterop;

namespace Wuying.WebConsole.Frame;

/// <summary>What a browser remembers of its user's choices, and what it is. Everything works without.</summary>
public sealed class BrowserMemory(IJSRuntime browser)
{
    /// <summary>Reads all of it in one question.</summary>
    public ValueTask<BrowserFacts> ReadAsync() => browser.InvokeAsync<BrowserFacts>("wuyingConsole.read");

    /// <summary>Remembers a choice; null forgets it.</summary>
    public ValueTask RememberAsync(string name, string? value) => browser.InvokeVoidAsync("wuyingConsole.remember", name, value);
}
