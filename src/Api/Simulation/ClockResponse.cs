using Wuying.Contracts.Simulation;

namespace Wuying.Api.Simulation;

/// <summary>What the service's clock shows.</summary>
public sealed record ClockResponse(ClockMode Mode, DateTimeOffset Now, double Rate, bool Paused, double LagSeconds)
{
    internal static ClockResponse From(ClockView view) =>
        new(view.IsSimulated ? ClockMode.Simulated : ClockMode.Real, view.Now, view.Rate, view.Paused, view.LagSeconds);
}
