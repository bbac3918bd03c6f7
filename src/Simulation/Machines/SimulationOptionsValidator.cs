using Microsoft.Extensions.Options;

namespace Wuying.Simulation.Machines;

/// <summary>Checks <see cref="SimulationOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class SimulationOptionsValidator : IValidateOptions<SimulationOptions>;
