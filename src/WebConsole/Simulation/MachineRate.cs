using System.Collections.Immutable;
using System.Globalization;
using Wuying.Contracts.Simulation;

namespace Wuying.WebConsole.Simulation;

/// <summary>One of the rates of the simulated machines, as a row of a form shows it.</summary>
/// <param name="Label">The key of what it is called.</param>
/// <param name="Text">The key of what comes of it.</param>
/// <param name="Read">Finds it among the settings; a share from 0 to 1.</param>
/// <param name="Put">Adds it to a change.</param>
internal sealed record MachineRate(
    string Label,
    string Text,
    Func<MachineSettings, double> Read,
    Func<MachineSettingsChange, double, MachineSettingsChange> Put)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<MachineRate> All { get; } =
    [
        new("Simulation.UpdateFailures", "Simulation.UpdateFailuresText", settings => settings.UpdateFailureRate, (change, rate) => change with { UpdateFailureRate = rate }),
        new("Simulation.SnapshotFailures", "Simulation.SnapshotFailuresText", settings => settings.SnapshotFailureRate, (change, rate) => change with { SnapshotFailureRate = rate }),
        new("Simulation.RestoreFailures", "Simulation.RestoreFailuresText", settings => settings.RestoreFailureRate, (change, rate) => change with { RestoreFailureRate = rate }),
        new("Simulation.PowerFailures", "Simulation.PowerFailuresText", settings => settings.PowerFailureRate, (change, rate) => change with { PowerFailureRate = rate }),
        new("Simulation.ImageFailures", "Simulation.ImageFailuresText", settings => settings.ImageUpdateFailureRate, (change, rate) => change with { ImageUpdateFailureRate = rate }),
        new("Simulation.Silence", "Simulation.SilenceText", settings => settings.SilenceRate, (change, rate) => change with { SilenceRate = rate }),
    ];

    /// <summary>A share as a number of percent.</summary>
    public static string Shown(double rate) => (rate * 100).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Reads a number of percent; null when it is none from 0 to 100.</summary>
    public static double? Parse(string typed) =>
        double.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
            ? percent / 100
            : null;
}
