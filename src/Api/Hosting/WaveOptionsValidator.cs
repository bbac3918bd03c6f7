using Microsoft.Extensions.Options;

namespace Wuying.Api.Hosting;

/// <summary>Refuses a start with wave sizes out of range.</summary>
[OptionsValidator]
internal sealed partial class WaveOptionsValidator : IValidateOptions<WaveOptions>;
