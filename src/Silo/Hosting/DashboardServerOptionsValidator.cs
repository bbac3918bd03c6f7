using Microsoft.Extensions.Options;

namespace Wuying.Silo.Hosting;

/// <summary>Refuses a start with a port that is none.</summary>
[OptionsValidator]
internal sealed partial class DashboardServerOptionsValidator : IValidateOptions<DashboardServerOptions>;
