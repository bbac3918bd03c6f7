using Microsoft.Extensions.Options;

namespace Wuying.Api.Hosting;

/// <summary>Refuses a start with limits out of range.</summary>
[OptionsValidator]
internal sealed partial class LimitOptionsValidator : IValidateOptions<LimitOptions>;
