using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace Wuying.WebConsole.Frame;

/// <summary>The frame around every page.</summary>
public sealed partial class ConsoleLayout
{
    private MudThemeProvider? _theme;
    private PageErrorBoundary? _boundary;
    private ElementReference _main;
    private DotNetObjectReference<ConsoleLayout>? _self;
    private BrowserFacts? _facts;
    private Exception? _failure;
    private string? _scheme;
    private bool _prefersDark;
    private bool _isDark;
    private bool _isOpen = true;

    /// <summary>Called by the browser when its system changes between light and dark.</summary>
    [JSInvokable]
    public async Task SystemPrefersDarkAsync(bool dark)
    {
        _prefersDark = dark;
        await InvokeAsync(ShowScheme);
    }

    public ValueTask DisposeAsync()
    {
        Session.Changed -= ShowAgainAsync;
        _self?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        Session.Changed += ShowAgainAsync;
        _facts = await Memory.ReadAsync();
        (_scheme, _prefersDark) = (_facts.Scheme, _facts.PrefersDark);
        ShowScheme();
        _self = DotNetObjectReference.Create(this);
        await Browser.InvokeVoidAsync("wuyingConsole.watchScheme", _self);
        await OpenAsync();
    }

    private async Task OpenAsync()
    {
        try
        {
            await Session.OpenAsync(_facts?.Region);
            _failure = null;
        }
#pragma warning disable CA1031 // Whatever it is, it is said in words, and can be tried again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _failure = error;
        }

        StateHasChanged();
    }

    private Task ShowAgainAsync() => InvokeAsync(StateHasChanged);

    private async Task ChooseSchemeAsync(string? scheme)
    {
        _scheme = scheme;
        await Memory.RememberAsync("scheme", scheme);
        ShowScheme();
    }

    private void ShowScheme()
    {
        _isDark = _scheme is null ? _prefersDark : _scheme == "dark";
        StateHasChanged();
    }
}
