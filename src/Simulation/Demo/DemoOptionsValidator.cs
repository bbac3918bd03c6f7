using Microsoft.Extensions.Options;

namespace Wuying.Simulation.Demo;

/// <summary>Checks <see cref="DemoOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class DemoOptionsValidator : IValidateOptions<DemoOptions>;
