using Microsoft.Extensions.Options;

namespace Wuying.Api.Access;

/// <summary>Refuses a start with limits out of range.</summary>
[OptionsValidator]
internal sealed partial class RateLimitOptionsValidator : IValidateOptions<RateLimitOptions>;
