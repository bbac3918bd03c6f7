using Microsoft.Extensions.Options;

namespace Wuying.Simulation.Users;

/// <summary>Checks <see cref="SimulatedUsersOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class SimulatedUsersOptionsValidator : IValidateOptions<SimulatedUsersOptions>;
