using System.Globalization;
using Microsoft.Extensions.Localization;
using Wuying.Contracts.Simulation;
using Wuying.WebConsole.Texts;

namespace Wuying.WebConsole.Simulation;

/// <summary>How clocks are spoken of.</summary>
internal static class ClockWords
{
    public static string ModeOf(ClockView clock, IStringLocalizer<ConsoleTexts> texts) => clock switch
    {
        { IsSimulated: false } => texts["Clock.Real"],
        { Paused: true } => texts["Clock.Paused"],
        _ => texts["Clock.Simulated", clock.Rate.ToString("#,0.##", CultureInfo.InvariantCulture)],
    };
}
