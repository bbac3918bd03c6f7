using Microsoft.Extensions.Options;

namespace Wuying.Grains.Updates;

/// <summary>Checks <see cref="UpdateOptions"/> at start.</summary>
[OptionsValidator]
internal sealed partial class UpdateOptionsValidator : IValidateOptions<UpdateOptions>;
