using Wuying.Contracts.Simulation;

namespace Wuying.WebConsole.Simulation;

/// <summary>Shows in the bar the clock that the service lives by, and opens what steers it.</summary>
public sealed partial class ClockPanel
{
    private IDisposable? _watching;

    public void Dispose() => _watching?.Dispose();

    protected override void OnInitialized() => _watching = Watch.Watch(() => InvokeAsync(StateHasChanged));

    private string ModeOf(ClockView clock) => ClockWords.ModeOf(clock, L);
}
