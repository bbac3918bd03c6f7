using System.Globalization;
using Wuying.Contracts.Simulation;

namespace Wuying.WebConsole.Simulation;

/// <summary>What is typed over the settings of the simulated machines, before it is applied.</summary>
/// <param name="known">The settings typed over.</param>
internal sealed class MachinesForm(MachineSettings known)
{
    private readonly Dictionary<MachineRate, string> _rates = [];

    /// <summary>The settings typed over.</summary>
    public MachineSettings Known => known;

    /// <summary>The seed as typed.</summary>
    public string Seed { get; set; } = known.Seed.ToString(CultureInfo.InvariantCulture);

    /// <summary>True when something else is typed than holds.</summary>
    public bool IsChanged => IsSeedChanged || MachineRate.All.Any(IsRateChanged);

    /// <summary>True when the seed can be one.</summary>
    public bool IsSeedValid => !IsSeedChanged || ParsedSeed is not null;

    private bool IsSeedChanged => Seed.Trim() != known.Seed.ToString(CultureInfo.InvariantCulture);

    private int? ParsedSeed => int.TryParse(Seed.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    /// <summary>A rate as typed, in percent.</summary>
    public string this[MachineRate rate]
    {
        get => _rates.GetValueOrDefault(rate) ?? MachineRate.Shown(rate.Read(known));
        set => _rates[rate] = value;
    }

    /// <summary>True when a rate can be one.</summary>
    public bool IsValid(MachineRate rate) => !IsRateChanged(rate) || MachineRate.Parse(this[rate]) is not null;

    /// <summary>What is typed, as a change of just that.</summary>
    /// <returns>Null while something typed cannot be what it is meant to be.</returns>
    public MachineSettingsChange? ToChange() => IsSeedValid && MachineRate.All.All(IsValid)
        ? MachineRate.All.Where(IsRateChanged).Aggregate(
            new MachineSettingsChange { Seed = IsSeedChanged ? ParsedSeed : null }, (change, rate) => rate.Put(change, MachineRate.Parse(this[rate])!.Value))
        : null;

    private bool IsRateChanged(MachineRate rate) => this[rate].Trim() != MachineRate.Shown(rate.Read(known));
}
