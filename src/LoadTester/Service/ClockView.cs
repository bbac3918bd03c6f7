namespace Wuying.LoadTester.Service;

/// <summary>The service's clock.</summary>
internal sealed record ClockView(string Mode, DateTimeOffset Now, double Rate, bool Paused)
{
    public bool IsSimulated => Mode is "simulated";

    /// <summary>True when time passes only on request.</summary>
    public bool IsStill => IsSimulated && (Paused || Rate == 0);
}
